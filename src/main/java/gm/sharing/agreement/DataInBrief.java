package gm.sharing.agreement;

import gm.sharing.document.Wording;
import gm.sharing.project.DataItem;
import java.util.List;

/**
 * What is shared, as the first page says it: each item once.
 *
 * @param fits how many letters there is room for
 */
record DataInBrief(List<DataItem> items, int fits) {

    /** Special category data stands for itself where not everything is. */
    String all() {
        String names = isMixed()
                ? Wording.list(List.of(
                        "Special category data: " + names(specialItems()),
                        "Other information: "
                                + names(items.stream()
                                        .filter(item -> !item.specialCategory())
                                        .toList())))
                : names(items);
        return names.length() <= fits ? names : items.size() + " data items, listed in part 5";
    }

    /** Empty when it is said with all that is shared. */
    String special() {
        if (specialItems().isEmpty()) {
            return "None";
        }
        if (!isMixed()) {
            return "All that is shared";
        }
        return all().contains(names(specialItems()))
                ? ""
                : specialItems().size() + " of the " + items.size() + " data items";
    }

    private boolean isMixed() {
        return !specialItems().isEmpty() && specialItems().size() < items.size();
    }

    private List<DataItem> specialItems() {
        return items.stream().filter(DataItem::specialCategory).toList();
    }

    private static String names(List<DataItem> items) {
        return Wording.items(items.stream().map(DataItem::name).toList());
    }
}
