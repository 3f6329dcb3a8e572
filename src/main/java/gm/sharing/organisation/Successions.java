package gm.sharing.organisation;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.wording.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of organisations: their names of today, and those that are part of others. */
@Service
@Transactional
public class Successions {

    private static final Words WORDS = Words.in("organisation/succession");

    private final Directory directory;
    private final Organisations organisations;

    Successions(Directory directory, Organisations organisations) {
        this.directory = directory;
        this.organisations = organisations;
    }

    /**
     * Makes an organisation part of another one, which acts in its place from now on. Codes are never used again.
     *
     * @throws Refused when the other one cannot act in its place, or the old one acts or signs for others still
     */
    public void end(Organisation organisation, Succession succession) {
        Organisation successor = directory.get(succession.to());
        boolean corrected = organisation
                .succession()
                .filter(known -> known.to().equals(succession.to()))
                .isPresent();
        if (!corrected) {
            mustBeThere(successor);
        }
        if (!corrected && (!successor.isLegalEntity() || successor.actedForBy() != null)) {
            throw Refused.of("successor", WORDS.text("cannot-succeed", Map.of("successor", successor.name())));
        }
        Stream.ofNullable(succession.besides()).flatMap(List::stream).forEach(directory::get);
        List<Organisation> actsFor = directory.actedForBy(organisation.code());
        String others = Stream.concat(
                        actsFor.stream().filter(other -> other.succession().isEmpty()),
                        directory.partnershipsOf(organisation.code()).stream())
                .map(Organisation::name)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            throw Refused.of("successor", WORDS.text("acts-for-others", Map.of("others", others)));
        }
        organisation.end(succession);
        actsFor.forEach(earlier -> earlier.runBy(succession.to()));
        organisations.flush();
    }

    /**
     * Whether the organisation can be named and act for itself.
     *
     * @throws Refused when it is part of another one
     */
    @Transactional(readOnly = true)
    public void mustBeThere(Organisation organisation) {
        instead(organisation).ifPresent(refusal -> {
            throw new Refused(refusal);
        });
    }

    /** Why an organisation cannot be named any more, and which one instead; empty for one that can. */
    @Transactional(readOnly = true)
    public Optional<String> instead(Organisation organisation) {
        return organisation
                .succession()
                .map(succession -> WORDS.text(
                        "choose-instead",
                        Map.of(
                                "organisation",
                                organisation.name(),
                                "since",
                                Dates.day(succession.since()),
                                "successor",
                                directory.nameOf(organisation.runBy().orElse(succession.to())))));
    }

    /** The same by code, for those of the organisations that are part of another one: one statement, which reads none where none is. */
    @Transactional(readOnly = true)
    public Map<OrganisationCode, String> ended(Collection<OrganisationCode> codes) {
        Map<OrganisationCode, String> ended = new HashMap<>();
        organisations.findEndedByCodeIn(codes(codes)).forEach(organisation -> instead(organisation)
                .ifPresent(words -> ended.put(organisation.code(), words)));
        return ended;
    }

    /** That the organisation is part of another one, and that one perhaps of a third, since when; empty for one that is none's. */
    @Transactional(readOnly = true)
    public Optional<String> partOf(Organisation organisation) {
        return organisation.succession().map(succession -> {
            Organisation successor = directory.get(succession.to());
            String words = WORDS.text(
                    "part-of", Map.of("since", Dates.day(succession.since()), "successor", successor.name()));
            return partOf(successor).map(later -> words + ", " + later).orElse(words);
        });
    }

    /** The name, and behind it of which other organisation it is part. */
    @Transactional(readOnly = true)
    public String name(Organisation organisation) {
        return partOf(organisation)
                .map(part -> organisation.name() + ", " + part)
                .orElseGet(organisation::name);
    }

    /**
     * What became of organisations that a document names as they were called then. Three statements and one for each that is
     * part of another one, however many there are.
     *
     * @param then by code, the name in the document
     * @return by code; nothing for those that are called so still
     */
    @Transactional(readOnly = true)
    public Map<OrganisationCode, String> sinceThen(Map<OrganisationCode, String> then) {
        Map<OrganisationCode, String> since = new HashMap<>();
        organisations.findByCodeIn(codes(then.keySet())).forEach(organisation -> {
            String part = partOf(organisation).orElse("");
            String before = then.getOrDefault(organisation.code(), organisation.name());
            if (!part.isEmpty()) {
                since.put(organisation.code(), part);
            } else if (!before.equals(organisation.name())) {
                since.put(organisation.code(), WORDS.text("now-called", Map.of("name", organisation.name())));
            }
        });
        return since;
    }

    private static List<String> codes(Collection<OrganisationCode> codes) {
        return codes.stream().map(OrganisationCode::value).toList();
    }

    /** By code, what every organisation is called and was called before. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> everyName() {
        return Stream.concat(organisations.findEveryName().stream(), organisations.findEveryFormerName().stream())
                .collect(Collectors.groupingBy(
                        Organisations.Before::getCode,
                        Collectors.mapping(Organisations.Before::getName, Collectors.toList())));
    }
}
