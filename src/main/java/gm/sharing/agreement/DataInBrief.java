package gm.sharing.agreement;

import gm.sharing.document.Wording;
import gm.sharing.project.DataItem;
import gm.sharing.project.DataKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is shared, as the first page says it: each item once, under what the law calls it.
 *
 * @param kinds say what the law calls each
 * @param conditionNamed whether a flow relies on a condition of Article 9
 * @param fits how many letters there is room for
 */
record DataInBrief(List<DataItem> items, DataKinds kinds, boolean conditionNamed, int fits) {

    /** Special category and criminal offence data stand for themselves where not everything is of one sort. */
    String all() {
        List<String> sorts = new ArrayList<>();
        add(sorts, "Special category data", kinds::special);
        add(sorts, "Criminal offence data", kinds::criminalOffence);
        add(sorts, "Other information", item -> !kinds.special(item) && !kinds.criminalOffence(item));
        String names = sorts.size() == 1 ? names(items) : Wording.list(sorts);
        return names.length() <= fits ? names : items.size() + " data items, listed in part 5";
    }

    /** Empty when it is said with all that is shared. */
    String special() {
        if (which(kinds::special).isEmpty()) {
            return conditionNamed ? "Not named among the data items, but a flow relies on Article 9" : "None";
        }
        return told(kinds::special);
    }

    /** Empty when there is none, and when it is said with all that is shared. */
    String criminal() {
        return which(kinds::criminalOffence).isEmpty() ? "" : told(kinds::criminalOffence);
    }

    boolean holdsCriminalOffenceData() {
        return !which(kinds::criminalOffence).isEmpty();
    }

    private String told(Predicate<DataItem> sort) {
        List<DataItem> these = which(sort);
        if (these.size() == items.size()) {
            return "All that is shared";
        }
        return all().contains(names(these)) ? "" : these.size() + " of the " + items.size() + " data items";
    }

    private void add(List<String> sorts, String name, Predicate<DataItem> sort) {
        List<DataItem> these = which(sort);
        if (!these.isEmpty()) {
            sorts.add(name + ": " + names(these));
        }
    }

    private List<DataItem> which(Predicate<DataItem> sort) {
        return items.stream().filter(sort).toList();
    }

    private static String names(List<DataItem> items) {
        boolean all = items.size() > 1 && items.stream().allMatch(DataItem::pseudonymised);
        String names = Wording.items(items.stream()
                .map(item -> item.pseudonymised() && !all ? item.name() + " (pseudonymised)" : item.name())
                .distinct()
                .toList());
        return all ? names + " (all pseudonymised)" : names;
    }
}
