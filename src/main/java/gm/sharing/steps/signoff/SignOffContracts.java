package gm.sharing.steps.signoff;

import gm.sharing.code.Coded;
import gm.sharing.dpia.ScreeningOutcome;
import gm.sharing.mandate.MandateKinds;
import gm.sharing.project.PartyRole;
import gm.sharing.project.Urgency;
import gm.sharing.signoff.Grounds;
import gm.sharing.workflow.gate.table.Answer;
import gm.sharing.workflow.gate.table.Fact;
import gm.sharing.workflow.gate.table.TableContract;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the tables about sign-off, deadlines and screening are told, and what is read from them. */
@Configuration(proxyBeanMethods = false)
class SignOffContracts {

    private static final int LONGEST_DAYS = 500;

    /** The record holds a first and a second signature. */
    static final int MOST_SIGNATORIES = 2;

    @Bean
    static TableContract signOffRoles() {
        return TableContract.one(
                "sign-off-roles",
                List.of(
                        Fact.word("role", Coded.codes(PartyRole.values())),
                        Fact.truth("confidentialCare"),
                        Fact.truth("givesConfidentialCare").whenKnown(),
                        Fact.truth("hasGuardian").whenKnown(),
                        Fact.truth("residualHigh")),
                Answer.truth("signs"),
                Answer.truth("caldicott"),
                Answer.whole("signatories", 1, MOST_SIGNATORIES));
    }

    @Bean
    static TableContract refusalGrounds() {
        return TableContract.codes(Grounds.TABLE, List.of());
    }

    @Bean
    static TableContract reviewDeadlines() {
        return TableContract.one(
                        "review-deadlines",
                        List.of(
                                Fact.word("kind", "sign-off", "question", "dpo-advice", "board", "ethics")
                                        .orOthers(),
                                Fact.word("urgency", Coded.codes(Urgency.values())),
                                Fact.word("partner").whenKnown(),
                                Fact.word("leadOrganisation").whenKnown()),
                        Answer.whole("dueDays", 1, LONGEST_DAYS),
                        days("reminderDays"),
                        days("boardDays").onlyFor("kind", "sign-off"),
                        days("closeDays").onlyFor("kind", "dpo-advice"))
                .with("reminderDays", "dueDays")
                .with("dueDays", "boardDays")
                .with("dueDays", "closeDays");
    }

    @Bean
    static TableContract materialityOfChanges() {
        return TableContract.one(
                "materiality",
                List.of(Fact.word("section")),
                Answer.word(
                        "asks",
                        Arrays.stream(Materiality.values())
                                .map(asks -> asks.name().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new)));
    }

    @Bean
    static TableContract mandateKinds() {
        return TableContract.codes(
                        MandateKinds.TABLE, List.of(), Answer.whole(MandateKinds.MONTHS, 1, MandateKinds.MOST_MONTHS))
                .without(MandateKinds.NEVER);
    }

    @Bean
    static TableContract dpiaScreening() {
        return TableContract.one(
                "dpia-screening",
                List.of(
                        Fact.count("criteriaAlways"),
                        Fact.count("criteriaIco"),
                        Fact.count("criteriaIcoPlus"),
                        Fact.count("criteriaWp248")),
                Answer.word(
                        "outcome",
                        Arrays.stream(ScreeningOutcome.values()).map(Enum::name).toArray(String[]::new)),
                Answer.text("reason"));
    }

    private static Answer days(String name) {
        return Answer.whole(name, 0, LONGEST_DAYS);
    }
}
