package gm.sharing.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * Sections that belong together under one numbered heading.
 *
 * @param key by which texts refer to it; empty in contents of before
 * @param tabular whether the sections are the rows of one table: then each holds the same facts
 */
public record Chapter(
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String key, String title, boolean tabular, List<Section> sections) {

    public Chapter {
        key = Objects.requireNonNullElse(key, "");
        sections = List.copyOf(sections);
    }

    /** The sections in the groups that no page break parts, where they are rows. */
    public List<List<Section>> groups() {
        return RowsOfPages.groups(sections);
    }

    /** Whether it has a section with this key. */
    public boolean holds(String key) {
        return sections.stream().anyMatch(section -> section.key().equals(key));
    }
}
