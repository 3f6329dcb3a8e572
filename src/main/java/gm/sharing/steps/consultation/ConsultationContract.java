package gm.sharing.steps.consultation;

import gm.sharing.code.Coded;
import gm.sharing.consultation.Regime;
import gm.sharing.workflow.gate.table.Answer;
import gm.sharing.workflow.gate.table.Fact;
import gm.sharing.workflow.gate.table.TableContract;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the table of a prior consultation's times is told, and what is read from it. */
@Configuration(proxyBeanMethods = false)
class ConsultationContract {

    @Bean
    static TableContract consultationPeriods() {
        return TableContract.one(
                "consultation-periods",
                List.of(Fact.word("regime", Coded.codes(Regime.values()))),
                Answer.period("acceptance"),
                Answer.period("advice"),
                Answer.period("extension"),
                Answer.period("extensionTold"),
                Answer.period("reminder"));
    }
}
