package gm.sharing.directory;

import gm.sharing.directory.Field.Option;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.ListedOrganisation;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations that a page lets somebody choose by their names. */
@Service
@Transactional(readOnly = true)
class OfferedOrganisations {

    /** Few enough to be read through; whoever looks for another one writes more of its name. */
    static final int MOST = 50;

    private static final Words ROWS = Words.in("directory/rows");

    private final Directory directory;

    OfferedOrganisations(Directory directory) {
        this.directory = directory;
    }

    /**
     * What can be chosen on a page, by the field's key. However many organisations there are, the database is asked as often.
     *
     * @param typed as known or typed, by the field's key
     * @param own the one that the page is about, which is never offered; null for one that is to be added
     */
    Offer offer(
            Collection<? extends Asked> asked,
            Map<String, String> typed,
            @Nullable OrganisationCode own,
            SoughtOrganisations sought) {
        List<Organisation> all =
                asked.stream().anyMatch(fact -> fact.kind() == Fact.Kind.ORGANISATION) ? directory.all() : List.of();
        String said = null;
        Map<String, List<Option>> options = asked.stream()
                .filter(fact -> fact.kind() == Fact.Kind.ORGANISATION)
                .collect(Collectors.toMap(Asked::key, fact -> one(all, typed.getOrDefault(fact.key(), ""), own)));
        for (Asked fact : asked) {
            if (fact.kind() == Fact.Kind.ORGANISATIONS) {
                List<Option> several = new ArrayList<>(chosen(typed.getOrDefault(fact.key(), "")));
                if (sought.isAsked()) {
                    Page<ListedOrganisation> found = directory.offered(sought.words(), fact == Fact.MEMBERS, MOST);
                    said = said(found, sought.words());
                    found.stream()
                            .map(other -> new Option(other.code(), other.name()))
                            .filter(other -> own == null || !own.value().equals(other.value()))
                            .filter(other -> several.stream()
                                    .noneMatch(known -> known.value().equals(other.value())))
                            .forEach(several::add);
                }
                options.put(fact.key(), several);
            }
        }
        return new Offer(options, sought.words(), said);
    }

    /** The others by name; one that is part of another only where it was chosen before. */
    private static List<Option> one(List<Organisation> all, String typed, @Nullable OrganisationCode own) {
        return all.stream()
                .filter(other -> !other.code().equals(own))
                .filter(other ->
                        other.succession().isEmpty() || other.code().value().equals(typed))
                .map(other -> new Option(other.code().value(), other.name()))
                .toList();
    }

    private List<Option> chosen(String typed) {
        Set<String> codes = Fact.Kind.codesIn(typed).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<OrganisationCode, String> names = codes.isEmpty()
                ? Map.of()
                : directory.namesOf(codes.stream()
                        .filter(OrganisationCode::isOne)
                        .map(OrganisationCode::new)
                        .toList());
        return codes.stream()
                .map(code -> new Option(
                        code,
                        OrganisationCode.isOne(code) ? names.getOrDefault(new OrganisationCode(code), code) : code))
                .toList();
    }

    private static String said(Page<ListedOrganisation> found, String words) {
        if (found.isEmpty()) {
            return ROWS.text("found-none", Map.of("words", words));
        }
        return found.hasNext()
                ? ROWS.text("found-more", Map.of("count", found.getTotalElements(), "most", MOST))
                : ROWS.text("found");
    }

    /**
     * What a page offers.
     *
     * @param options by the field's key
     * @param words what somebody looked for
     * @param said what came of looking for it; null when nobody looked
     */
    record Offer(Map<String, List<Option>> options, String words, @Nullable String said) {

        List<Option> of(Asked fact) {
            return options.getOrDefault(fact.key(), List.of());
        }
    }
}
