package gm.sharing.organisation;

import gm.sharing.wording.Words;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in words what somebody is, without saying who. */
@Component
public class Offices {

    private static final Words WORDS = Words.in("organisation/offices");

    private final Directory directory;

    Offices(Directory directory) {
        this.directory = directory;
    }

    /**
     * The roles that a person holds in their own right, for example “IG officer of Bolton Council”; of somebody who holds
     * none, the organisation; empty for somebody with neither.
     */
    public String of(Person person) {
        String roles = person.groups().stream()
                .filter(group -> !person.lent().containsKey(group))
                .flatMap(
                        group -> Role.ofGroup(group)
                                .filter(role -> role != Role.MEMBER)
                                .map(role -> of(role, group, person))
                                .stream())
                .sorted()
                .collect(Collectors.joining(", "));
        return roles.isEmpty()
                ? person.organisation()
                        .map(code -> WORDS.text("member", Map.of("organisation", name(code))))
                        .orElse("")
                : roles;
    }

    private String of(Role role, String group, Person person) {
        Optional<OrganisationCode> organisation =
                role == Role.PROJECT_LEAD ? person.organisation() : Role.forWhom(group);
        return organisation.map(code -> role.label() + " of " + name(code)).orElse(role.label());
    }

    /** A group may name an organisation that the directory does not have. */
    private String name(OrganisationCode code) {
        return directory.find(code).map(Organisation::name).orElse(code.value());
    }
}
