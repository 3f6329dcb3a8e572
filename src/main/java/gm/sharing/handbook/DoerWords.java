package gm.sharing.handbook;

import gm.sharing.handbook.Doer.Whose;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says who does something. */
final class DoerWords {

    private static final Words WORDS = Words.in("handbook/steps");

    private final Map<OrganisationCode, String> names;

    private DoerWords(Map<OrganisationCode, String> names) {
        this.names = names;
    }

    /** With the names of the organisations that are named among them. */
    static DoerWords of(Stream<Doer> doers, Directory directory) {
        Set<OrganisationCode> named = doers.filter(doer -> doer.whose() == Whose.NAMED)
                .flatMap(doer -> Stream.ofNullable(doer.organisation()))
                .collect(Collectors.toSet());
        return new DoerWords(named.isEmpty() ? Map.of() : directory.namesOf(named));
    }

    /** "IG officer of the partner or Project lead"; empty when nobody does it. */
    String any(List<Doer> doers) {
        return doers.stream().map(this::one).distinct().collect(Collectors.joining(" or "));
    }

    private String one(Doer doer) {
        Role role = doer.role();
        if (role == null) {
            return WORDS.text("whoever");
        }
        Map<String, String> values = Map.of("role", role.label());
        return switch (doer.whose()) {
            case LEAD -> WORDS.text("of-lead", values);
            case PARTNER -> WORDS.text("of-partner", values);
            case ASKED -> WORDS.text("of-asked", values);
            case NAMED -> WORDS.text("of-named", Map.of("role", role.label(), "organisation", name(doer)));
            case NOBODYS -> role.label();
        };
    }

    private String name(Doer doer) {
        OrganisationCode organisation = Objects.requireNonNull(doer.organisation());
        return names.getOrDefault(organisation, organisation.value());
    }
}
