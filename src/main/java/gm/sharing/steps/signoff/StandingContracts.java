package gm.sharing.steps.signoff;

import gm.sharing.code.Coded;
import gm.sharing.standing.StandingAnswer;
import gm.sharing.workflow.gate.table.Answer;
import gm.sharing.workflow.gate.table.TableContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the tables of standing conditions are told, one for each organisation that has any, and what is read from them. */
@Configuration(proxyBeanMethods = false)
class StandingContracts {

    /** With the code of the organisation behind it, the id of its table. */
    static final String TABLE = "standing-conditions-";

    static final String CONDITION = "condition";
    static final String ANSWER = "answer";
    static final String REASON = "reason";

    @Bean
    static TableContract standingConditionsOfOrganisations() {
        return TableContract.ofOrganisations(
                TABLE,
                StandingFact.all(),
                Answer.textAsWritten(CONDITION),
                Answer.word(ANSWER, Coded.codes(StandingAnswer.values())),
                Answer.text(REASON));
    }
}
