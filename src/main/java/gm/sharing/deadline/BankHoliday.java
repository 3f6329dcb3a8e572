package gm.sharing.deadline;

import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;

/** A day that was proclaimed a bank holiday once, such as that of a coronation. */
@Entity
public class BankHoliday {

    /** The Act lets a day be proclaimed at any time; the last ones were known between 9 days and 2 years before. */
    static final int YEARS_AHEAD = 3;

    static final int LONGEST_NAME = 100;

    @Id
    @Column(name = "on_day")
    private LocalDate day;

    private String name;

    @AttributeOverride(name = "person", column = @Column(name = "added_by"))
    @AttributeOverride(name = "name", column = @Column(name = "added_by_name"))
    @AttributeOverride(name = "at", column = @Column(name = "added_at"))
    private By added;

    protected BankHoliday() {}

    BankHoliday(LocalDate day, String name, By added) {
        this.day = day;
        this.name = name;
        this.added = added;
    }

    public LocalDate day() {
        return day;
    }

    /** What it is for. */
    public String name() {
        return name;
    }

    public By added() {
        return added;
    }
}
