package gm.sharing.steps.proposal;

import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.workflow.gate.table.Answer;
import gm.sharing.workflow.gate.table.TableContract;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is read of the tables of assurance schemes, and which codes the file of organisations names. */
@Configuration(proxyBeanMethods = false)
class AssuranceContracts {

    @Bean
    static TableContract assuranceSchemes() {
        return TableContract.codes(
                AssuranceSchemes.SCHEMES,
                List.of("dspt", "cyber-essentials", "cyber-essentials-plus"),
                Answer.text(AssuranceSchemes.HINT),
                Answer.truth(AssuranceSchemes.TOOLKIT));
    }

    @Bean
    static TableContract assuranceResults() {
        return TableContract.codes(
                AssuranceSchemes.RESULTS,
                List.of(
                        "dspt-standards-exceeded",
                        "dspt-standards-met",
                        "dspt-approaching-standards",
                        "dspt-standards-not-met",
                        "dspt-not-published",
                        "cyber-essentials-certified",
                        "cyber-essentials-working-towards",
                        "cyber-essentials-plus-certified"),
                Answer.codeOf(AssuranceSchemes.SCHEME, AssuranceSchemes.SCHEMES),
                Answer.textOrNothing(AssuranceSchemes.WORDS),
                Answer.truth(AssuranceSchemes.ENDS),
                Answer.truthOrNothing(AssuranceSchemes.NOT_ASSURED));
    }
}
