package gm.sharing.journey;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.standing.KeptConditions;
import gm.sharing.standing.StandingConditions;
import gm.sharing.standing.ToldCondition;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was kept of an organisation's standing conditions, for its own people alone. */
@Component
class OwnConditions {

    private static final Words WORDS = Words.in("journey/record");

    private final StandingConditions kept;
    private final Directory directory;

    OwnConditions(StandingConditions kept, Directory directory) {
        this.kept = kept;
        this.directory = directory;
    }

    /**
     * What one reviewer was told.
     *
     * @param heading whose conditions, and of which version of the agreement
     * @param by who was told when, and by which version of which table
     */
    record Shown(String heading, String by, List<ToldCondition> conditions) {}

    List<Shown> of(ProjectAccess access) {
        List<KeptConditions> all = kept.of(access.project().reference(), access.own()).stream()
                .filter(one -> access.knowsOf(one.by().at()))
                .toList();
        Map<OrganisationCode, String> names = all.isEmpty()
                ? Map.of()
                : directory.namesOf(
                        all.stream().map(KeptConditions::organisation).collect(Collectors.toSet()));
        return all.stream()
                .map(one -> new Shown(
                        WORDS.text(
                                "conditions-of",
                                Map.of(
                                        "organisation",
                                                names.getOrDefault(
                                                        one.organisation(),
                                                        one.organisation().value()),
                                        "version", one.agreedVersion())),
                        WORDS.text(
                                "conditions-by",
                                Map.of(
                                        "person", one.by().name(),
                                        "moment", one.by().moment(),
                                        "table", one.from().inWords())),
                        one.conditions()))
                .toList();
    }
}
