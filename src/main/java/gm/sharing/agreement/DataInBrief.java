package gm.sharing.agreement;

import gm.sharing.document.Wording;
import gm.sharing.project.DataItem;
import gm.sharing.project.DataKinds;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is shared, as the first page says it: each item once, under what the law calls it.
 *
 * @param kinds say what the law calls each
 * @param conditionNamed whether a flow relies on a condition of Article 9
 * @param fits how many letters there is room for
 * @param clauses within the agreement whose first page it is
 */
record DataInBrief(List<DataItem> items, DataKinds kinds, boolean conditionNamed, int fits, Words clauses) {

    /** Special category and criminal offence data stand for themselves where not everything is of one sort. */
    String all() {
        List<String> sorts = new ArrayList<>();
        add(sorts, "special-category-data", kinds::special);
        add(sorts, "criminal-offence-data", kinds::criminalOffence);
        add(sorts, "other-information", item -> !kinds.special(item) && !kinds.criminalOffence(item));
        String names = sorts.size() == 1 ? names(items) : Wording.list(sorts);
        return names.length() <= fits ? names : clauses.text("many-items", Map.of("count", items.size()));
    }

    /** Empty when it is said with all that is shared. */
    String special() {
        if (which(kinds::special).isEmpty()) {
            return clauses.text(conditionNamed ? "special-not-named" : "none");
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
            return clauses.text("all-that-is-shared");
        }
        return all().contains(names(these))
                ? ""
                : clauses.text("some-items", Map.of("count", these.size(), "all", items.size()));
    }

    private void add(List<String> sorts, String text, Predicate<DataItem> sort) {
        List<DataItem> these = which(sort);
        if (!these.isEmpty()) {
            sorts.add(clauses.text(text, Map.of("items", names(these))));
        }
    }

    private List<DataItem> which(Predicate<DataItem> sort) {
        return items.stream().filter(sort).toList();
    }

    private String names(List<DataItem> items) {
        boolean all = items.size() > 1 && items.stream().allMatch(DataItem::pseudonymised);
        String names = Wording.items(items.stream()
                .map(item -> item.pseudonymised() && !all
                        ? clauses.text("pseudonymised", Map.of("item", item.name()))
                        : item.name())
                .distinct()
                .toList());
        return all ? clauses.text("all-pseudonymised", Map.of("items", names)) : names;
    }
}
