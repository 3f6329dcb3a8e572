package gm.sharing.steps.onboarding;

import gm.sharing.code.Coded;
import gm.sharing.onboarding.ExpiringKind;
import gm.sharing.onboarding.Item;
import gm.sharing.organisation.Sector;
import gm.sharing.workflow.gate.table.Answer;
import gm.sharing.workflow.gate.table.Fact;
import gm.sharing.workflow.gate.table.TableContract;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the tables about organisations that take part are told, and what is read from them. */
@Configuration(proxyBeanMethods = false)
class OnboardingContracts {

    @Bean
    static TableContract onboardingChecklist() {
        return TableContract.all(
                OnboardingTables.CHECKLIST,
                List.of(Fact.word("sector", Coded.codes(Sector.values())), Fact.truth("legalEntity")),
                Answer.word("item", Coded.codes(Item.values())),
                Answer.text("label"),
                Answer.truth("required"));
    }

    @Bean
    static TableContract renewalReminders() {
        return TableContract.one(
                OnboardingTables.REMINDERS,
                List.of(Fact.word("kind", Coded.codes(ExpiringKind.values()))),
                Answer.whole("days", 1, 366),
                Answer.whole("dueDays", 1, 100));
    }
}
