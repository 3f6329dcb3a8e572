package gm.sharing.steps.onboarding;

import gm.sharing.code.Coded;
import gm.sharing.onboarding.AskedItem;
import gm.sharing.onboarding.ChecklistTable;
import gm.sharing.onboarding.ExpiringKind;
import gm.sharing.onboarding.Item;
import gm.sharing.onboarding.RenewalDays;
import gm.sharing.onboarding.RenewalTable;
import gm.sharing.organisation.Sector;
import gm.sharing.workflow.model.Tables;
import gm.sharing.workflow.step.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the tables about organisations that take part, in the version that the process owner deployed last. */
@Component
class OnboardingTables implements ChecklistTable, RenewalTable {

    static final String CHECKLIST = "onboarding-checklist";
    static final String REMINDERS = "renewal-reminders";

    private final Tables tables;

    OnboardingTables(Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<AskedItem> asked(Sector sector, boolean legalEntity) {
        Map<Item, AskedItem> asked = new LinkedHashMap<>();
        for (Row row : tables.ask(CHECKLIST, Map.of("sector", sector.code(), "legalEntity", legalEntity))) {
            Item item = Coded.of(Item.class, row.text("item"));
            asked.putIfAbsent(item, new AskedItem(item, row.text("label"), row.truth("required")));
        }
        return List.copyOf(asked.values());
    }

    @Override
    public RenewalDays of(ExpiringKind kind) {
        Row row = tables.one(REMINDERS, Map.of("kind", kind.code()));
        return new RenewalDays(row.whole("days"), row.whole("dueDays"));
    }
}
