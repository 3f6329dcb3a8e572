package gm.sharing.steps.screening;

import gm.sharing.workflow.step.Row;

/**
 * A group of people that the information is about, as the table {@code people-groups} knows it.
 *
 * @param words in which texts name it
 */
public record PeopleGroup(boolean vulnerable, String words) {

    public static final String TABLE = "people-groups";

    static PeopleGroup of(Row row) {
        return new PeopleGroup(row.truth("vulnerable"), row.text("words"));
    }
}
