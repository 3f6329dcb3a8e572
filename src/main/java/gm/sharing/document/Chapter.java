package gm.sharing.document;

import java.util.List;

/**
 * Sections that belong together under one numbered heading.
 *
 * @param tabular whether the sections are the rows of one table: then each holds the same facts
 */
public record Chapter(String title, boolean tabular, List<Section> sections) {

    public Chapter {
        sections = List.copyOf(sections);
    }

    /** Whether it has a section with this key. */
    public boolean holds(String key) {
        return sections.stream().anyMatch(section -> section.key().equals(key));
    }
}
