package gm.sharing.steps.proposal;

import gm.sharing.code.Coded;
import gm.sharing.project.DataKinds;
import gm.sharing.project.Law;
import gm.sharing.project.PolicyNeed;
import gm.sharing.workflow.gate.table.Answer;
import gm.sharing.workflow.gate.table.TableContract;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rules about flows and data items read of the tables of codes, and which codes they name. */
@Configuration(proxyBeanMethods = false)
class LawContracts {

    @Bean
    static TableContract lawfulBases() {
        return TableContract.codes(
                Law.LAWFUL_BASES,
                List.of(Law.PUBLIC_TASK, Law.LEGITIMATE_INTERESTS),
                Answer.truth(Law.PUBLIC_AUTHORITY),
                Answer.truth(Law.TASK_OF_LAW),
                Answer.truth(Law.ON_REQUEST),
                Answer.truth(Law.MACHINE_ALONE));
    }

    @Bean
    static TableContract specialCategoryConditions() {
        return TableContract.codes(
                Law.SPECIAL_CATEGORIES, List.of(), Answer.truth(Law.NEEDS_SCHEDULE_1), Answer.truth(Law.MACHINE_ALONE));
    }

    @Bean
    static TableContract schedule1Conditions() {
        return TableContract.codes(
                Law.SCHEDULE_1,
                List.of(),
                Answer.codeOfOrNothing(Law.ARTICLE_9, Law.SPECIAL_CATEGORIES),
                Answer.text(Law.PART),
                Answer.word(Law.POLICY_DOCUMENT, Coded.codes(PolicyNeed.values())));
    }

    @Bean
    static TableContract lawEnforcementConditions() {
        return TableContract.codes(Law.LAW_ENFORCEMENT, List.of(Law.NOT_SENSITIVE));
    }

    @Bean
    static TableContract confidentialityBases() {
        return TableContract.codes(Law.CONFIDENTIALITY, List.of(Law.IMPLIED_CONSENT, Law.REGULATION_3));
    }

    @Bean
    static TableContract optOuts() {
        return TableContract.codes(Law.OPT_OUTS, List.of(Law.OWN_CARE, Law.REGULATION_3));
    }

    @Bean
    static TableContract legalPowers() {
        return TableContract.codes(Law.POWERS, List.of(Law.OTHER_POWER), Answer.truth(Law.IN_WORDS));
    }

    @Bean
    static TableContract sharingMethods() {
        return TableContract.codes(Law.METHODS, List.of(), Answer.truth(Law.COPY));
    }

    @Bean
    static TableContract frequencies() {
        return TableContract.codes(Law.FREQUENCIES, List.of());
    }

    @Bean
    static TableContract dataKinds() {
        return TableContract.codes(
                DataKinds.TABLE,
                List.of(DataKinds.PERSONAL, DataKinds.LOCATION, DataKinds.GENETIC, DataKinds.BIOMETRIC),
                Answer.text(DataKinds.WORDS),
                Answer.text(DataKinds.SUBJECT),
                Answer.word(DataKinds.CATEGORY, DataKinds.SPECIAL, DataKinds.CRIMINAL_OFFENCE, DataKinds.NO_CATEGORY),
                Answer.truth(DataKinds.HIGHLY_PERSONAL));
    }
}
