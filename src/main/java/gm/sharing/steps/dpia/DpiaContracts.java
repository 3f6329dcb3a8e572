package gm.sharing.steps.dpia;

import gm.sharing.code.Coded;
import gm.sharing.dpia.AutomatedDecisions;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.Likelihood;
import gm.sharing.dpia.Mark;
import gm.sharing.dpia.RiskLevel;
import gm.sharing.dpia.Severity;
import gm.sharing.steps.screening.Criteria;
import gm.sharing.steps.screening.PeopleGroup;
import gm.sharing.workflow.gate.table.Answer;
import gm.sharing.workflow.gate.table.Fact;
import gm.sharing.workflow.gate.table.TableContract;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the tables about an assessment are told, and what is read from them. */
@Configuration(proxyBeanMethods = false)
class DpiaContracts {

    private static final String NEEDS = "describe-needs";

    /** The names that {@code Facts} of the screening gives. */
    static final List<Fact> FACTS = Stream.concat(
                    Stream.of(
                            Fact.words("dataKinds").offeredBy(NEEDS, "kind"),
                            Fact.words("groups").offeredBy(NEEDS, "groups"),
                            Fact.word("vulnerableInWords"),
                            Fact.word("specialCategoryInWords"),
                            Fact.word("highlyPersonalInWords"),
                            Fact.word("scale", "under-1000", "1000-10000", "over-10000", "population")
                                    .offeredBy(NEEDS, "scale"),
                            Fact.count("providers"),
                            Fact.count("recipients"),
                            Fact.word("automatedDecisions", Coded.codes(AutomatedDecisions.values()))),
                    Stream.of(
                                    "personalData",
                                    "pseudonymised",
                                    "specialCategory",
                                    "criminalOffence",
                                    "genetic",
                                    "biometric",
                                    "location",
                                    "highlyPersonal",
                                    "children",
                                    "vulnerable",
                                    "matching",
                                    "copies",
                                    "lawEnforcement",
                                    "confidentialCare",
                                    "processors",
                                    "profiling",
                                    "ai",
                                    "algorithmicTool",
                                    "deniesService",
                                    "monitoring",
                                    "publicArea",
                                    "tracking",
                                    "invisible",
                                    "innovative",
                                    "targeting",
                                    "unexpected",
                                    "directCare",
                                    "physicalHarm",
                                    "ethicsAsked")
                            .map(Fact::truth))
            .toList();

    @Bean
    static TableContract dpiaCriteria() {
        return TableContract.all(
                Criteria.TABLE,
                FACTS,
                Answer.word("list", Criteria.LISTS.keySet().toArray(String[]::new)),
                Answer.text("criterion"),
                Answer.text("because"),
                Answer.truth("counts"));
    }

    @Bean
    static TableContract riskSuggestions() {
        return TableContract.all(
                SuggestRisks.TABLE,
                FACTS,
                Answer.text("code"),
                Answer.text("source"),
                Answer.text("impact"),
                Answer.word("likelihood", Coded.codes(Likelihood.values())),
                Answer.word("severity", Coded.codes(Severity.values())),
                Answer.text("measure"));
    }

    @Bean
    static TableContract ethicsScreening() {
        return TableContract.one("ethics-screening", FACTS, Answer.truth("ethicsNeeded"), Answer.text("ethicsReason"));
    }

    @Bean
    static TableContract peopleGroups() {
        return TableContract.one(
                PeopleGroup.TABLE,
                List.of(Fact.word("group").offeredBy(NEEDS, "groups")),
                Answer.truth("vulnerable"),
                Answer.text("words"));
    }

    @Bean
    static TableContract dpiaRisk() {
        return TableContract.one(
                GradeRisks.TABLE,
                List.of(
                        Fact.word("likelihood", Coded.codes(Likelihood.values())),
                        Fact.word("severity", Coded.codes(Severity.values()))),
                Answer.word("level", Coded.codes(RiskLevel.values())));
    }

    @Bean
    static TableContract sectionMarks() {
        return TableContract.choices(Mark.TABLE, Mark.values());
    }

    @Bean
    static TableContract dpiaSectionNames() {
        return TableContract.choices(DpiaSection.TABLE, DpiaSection.values());
    }

    @Bean
    static TableContract likelihoods() {
        return TableContract.choices(Likelihood.TABLE, Likelihood.values());
    }

    @Bean
    static TableContract severities() {
        return TableContract.choices(Severity.TABLE, Severity.values());
    }

    @Bean
    static TableContract dpiaGate() {
        return TableContract.one(
                "dpia-gate",
                List.of(
                        Fact.truth("personalData"),
                        Fact.count("approved"),
                        Fact.count("rejected"),
                        Fact.count("open"),
                        Fact.count("overdue")),
                Answer.word("gate", "pass", "warn", "reason", "block"),
                Answer.text("gateReason"));
    }
}
