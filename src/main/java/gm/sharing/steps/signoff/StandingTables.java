package gm.sharing.steps.signoff;

import gm.sharing.code.Coded;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.standing.Answered;
import gm.sharing.standing.RowSays;
import gm.sharing.standing.StandingAnswer;
import gm.sharing.standing.TableVersion;
import gm.sharing.standing.Told;
import gm.sharing.standing.ToldCondition;
import gm.sharing.wording.Words;
import gm.sharing.workflow.gate.table.TableRows;
import gm.sharing.workflow.gate.table.TableRows.TableRow;
import gm.sharing.workflow.model.TablesByRow;
import gm.sharing.workflow.model.TablesByRow.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks the tables of standing conditions about an agreement. A table that cannot be asked keeps nobody from reviewing: its process
 * owner is told, and the reviewer that a person must look.
 */
@Component
class StandingTables {

    private static final Words WORDS = Words.in("sign-off/standing");

    private final TablesByRow tables;
    private final StandingFacts facts;

    StandingTables(TablesByRow tables, StandingFacts facts) {
        this.tables = tables;
        this.facts = facts;
    }

    /** What the newest tables of these organisations say, of those that have one, in their order. */
    Map<OrganisationCode, Told> say(ProjectReference reference, Collection<OrganisationCode> organisations) {
        Map<String, Version> latest = tables.latest(StandingContracts.TABLE);
        Map<OrganisationCode, Told> told = new LinkedHashMap<>();
        for (OrganisationCode organisation : organisations) {
            Version version = latest.get(table(organisation));
            if (version != null) {
                told.put(organisation, told(version, reference, organisation));
            }
        }
        return told;
    }

    /**
     * What the organisation's table says, if it has one.
     *
     * @param shown the number of the version that the reviewer was shown; its newest counts where that was never in force since
     */
    Optional<Told> says(
            ProjectReference reference, OrganisationCode organisation, Optional<Integer> shown, Instant since) {
        return shown.flatMap(number -> tables.inForce(table(organisation), number, since))
                .or(() -> Optional.ofNullable(
                        tables.latest(StandingContracts.TABLE).get(table(organisation))))
                .map(version -> told(version, reference, organisation));
    }

    static String table(OrganisationCode organisation) {
        return StandingContracts.TABLE + organisation.value();
    }

    private Told told(Version version, ProjectReference reference, OrganisationCode organisation) {
        var from = new TableVersion(version.table(), version.number(), version.tag(), version.deployedAt());
        TableRows rows;
        try {
            rows = tables.rows(version);
        } catch (RuntimeException e) {
            return cannotBeAsked(version, from, e);
        }
        List<StandingFacts.Asked> asked = facts.of(reference, organisation, rows.facts());
        try {
            Told told = new Told(from, conditions(rows, asked));
            tables.couldBeAsked(version);
            return told;
        } catch (RuntimeException e) {
            return cannotBeAsked(version, from, e);
        }
    }

    private Told cannotBeAsked(Version version, TableVersion from, RuntimeException why) {
        tables.cannotBeAsked(
                version,
                WORDS.text("fault", Map.of("cause", String.valueOf(why.getMessage()))),
                WORDS.text("next-step", Map.of("table", version.table())));
        return new Told(
                from,
                List.of(new ToldCondition(
                        WORDS.text("all"), StandingAnswer.LOOK, null, WORDS.text("cannot-be-asked"))));
    }

    /** What is the same of several recipients is asked once. */
    private static List<ToldCondition> conditions(TableRows table, List<StandingFacts.Asked> asked) {
        Answered answered = new Answered(table.all(StandingContracts.CONDITION));
        Map<Map<String, Object>, List<RowSays>> known = new HashMap<>();
        for (var one : asked) {
            answered.add(one.about(), known.computeIfAbsent(one.facts(), told -> table.asked(told).stream()
                    .map(StandingTables::says)
                    .toList()));
        }
        return answered.told();
    }

    private static RowSays says(TableRow row) {
        return new RowSays(
                text(row, StandingContracts.CONDITION),
                row.says().containsKey(StandingContracts.ANSWER) || row.applies()
                        ? Coded.of(StandingAnswer.class, text(row, StandingContracts.ANSWER))
                        : StandingAnswer.LOOK,
                row.applies()
                        ? text(row, StandingContracts.REASON)
                        : WORDS.text("not-known", Map.of("facts", inWords(row.missing()))),
                row.applies());
    }

    private static String text(TableRow row, String answer) {
        return Objects.requireNonNull(row.says().get(answer), row.id()).toString();
    }

    private static String inWords(Collection<String> facts) {
        return facts.stream()
                .map(fact -> StandingFact.of(fact).map(StandingFact::label).orElse(fact))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
