package gm.sharing.document;

import java.util.List;

/**
 * A table's last two rows stay together, so that no row stands alone at the head of a page. They are a group of their own: the
 * renderer repeats the heads of columns before a group that it moves to the next page, and loses them before a row.
 */
final class RowsOfPages {

    /** Of the rows at the end. */
    static final int LAST = 2;

    private RowsOfPages() {}

    static <T> List<List<T>> groups(List<T> rows) {
        int last = rows.size() - LAST;
        return last <= 0 ? List.of(rows) : List.of(rows.subList(0, last), rows.subList(last, rows.size()));
    }
}
