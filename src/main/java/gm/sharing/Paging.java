package gm.sharing;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where somebody is in a long list. */
public final class Paging {

    private static final int ENTRIES = 50;

    /** Databases count the entries before a page in an int. */
    private static final int LAST = Integer.MAX_VALUE / ENTRIES;

    private final Page<?> page;

    private Paging(Page<?> page) {
        this.page = page;
    }

    /**
     * A page to ask for.
     *
     * @param number from 1; anything less is the first page, and a page after the last has no entries
     */
    public static Pageable page(int number) {
        return PageRequest.of(Math.min(Math.max(number, 1), LAST) - 1, ENTRIES);
    }

    /** What was found when a page was asked for, with addresses like that of the current request. */
    public static Paging of(Page<?> page) {
        return new Paging(page);
    }

    /** From 1. */
    public int number() {
        return page.getNumber() + 1;
    }

    public int pages() {
        return page.getTotalPages();
    }

    /** Of the whole list. */
    public long entries() {
        return page.getTotalElements();
    }

    /** The address of the page before, or null. */
    public @Nullable String previous() {
        return page.hasPrevious() ? address(number() - 1) : null;
    }

    /** The address of the page after, or null. */
    public @Nullable String next() {
        return page.hasNext() ? address(number() + 1) : null;
    }

    /** The address of the whole list as a file: that of the page with another ending. */
    public String file() {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .path(".csv")
                .replaceQueryParam("page")
                .build()
                .toUriString();
    }

    private static String address(int number) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", number)
                .build()
                .toUriString();
    }
}
