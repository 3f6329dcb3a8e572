package gm.sharing.signoff;

import gm.sharing.organisation.Consent;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import gm.sharing.project.Flow;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whoever acts for an organisation may not stand on the other side of the same flow: nobody agrees with themselves. An organisation
 * that is part of another one is no other side.
 */
@Component
public class Counterparties {

    private static final Words WORDS = Words.in("sign-off/counterparties");

    /** In which every party needs somebody. */
    private static final List<Role> NEEDED = List.of(Role.IG_OFFICER, Role.SIGNATORY);

    private final Directory directory;
    private final People people;
    private final Clock clock;

    Counterparties(Directory directory, People people, Clock clock) {
        this.directory = directory;
        this.people = people;
        this.clock = clock;
    }

    /** For people, which parties of the flows could be acted for by their counterparties alone, and what to do; empty for none. */
    public Optional<String> complaint(Collection<Flow> flows) {
        String pairs = flows.stream()
                .flatMap(flow -> Stream.concat(flow.from().stream(), flow.to().stream()))
                .distinct()
                .flatMap(party -> directory.find(party).stream())
                .flatMap(party -> actor(party)
                        .filter(acting -> areOpposite(flows, party.code(), acting))
                        .filter(acting -> isNeeded(party.code(), acting))
                        .map(acting ->
                                WORDS.text("pair", Map.of("acting", directory.nameOf(acting), "party", party.name())))
                        .stream())
                .collect(Collectors.joining(" "));
        return pairs.isEmpty() ? Optional.empty() : Optional.of(WORDS.text("complaint", Map.of("pairs", pairs)));
    }

    private Optional<OrganisationCode> actor(Organisation party) {
        return Consent.inForce(party, LocalDate.now(clock)).map(Consent::to);
    }

    /** Whether somebody of the other organisation would have to act, because nobody of the party can. */
    private boolean isNeeded(OrganisationCode party, OrganisationCode acting) {
        return NEEDED.stream().anyMatch(office -> people.idsIn(office.groupOf(party)).stream()
                .flatMap(id -> people.find(id).stream())
                .flatMap(person -> person.capacities(office, party).stream())
                .anyMatch(capacity -> acting.equals(capacity.through())));
    }

    /** Whether one of the two gives the other something. */
    static boolean areOpposite(Collection<Flow> flows, OrganisationCode one, OrganisationCode other) {
        return flows.stream()
                .anyMatch(flow -> (flow.from().contains(one) && flow.to().contains(other))
                        || (flow.from().contains(other) && flow.to().contains(one)));
    }
}
