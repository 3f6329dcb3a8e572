package gm.sharing.dpia;

import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.Texts;
import gm.sharing.code.CodeOf;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a data protection officer marks a section: a group of the form dpia-advise.
 *
 * @param comment what to mend or improve; null only when the section is acceptable
 * @param owner who is responsible for it, by the address of {@code OwnerOptions}
 * @param due by when
 */
@Embeddable
public record SectionMark(
        @CodeOf(Mark.TABLE) @NotNull @Enumerated(EnumType.STRING) Mark mark,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String comment,
        @Nullable @Size(max = 250) String owner,
        @Nullable @Column(name = "due_date") LocalDate due) {

    void mustBeComplete(DpiaSection section, LocalDate today) {
        if (mark != Mark.ACCEPTABLE && comment == null) {
            throw about(section, "comment", "say in a comment what needs fixing or improving.");
        }
        if (mark == Mark.IMPROVABLE && (owner == null || due == null)) {
            throw about(
                    section,
                    owner == null ? "owner" : "due",
                    "name who improves it and by when, so that it is followed up.");
        }
        if (due != null && due.isBefore(today)) {
            throw about(section, "due", "the date has passed. Give a later one.");
        }
    }

    private static Refused about(DpiaSection section, String field, String rule) {
        return new Complaint(List.of(section.code(), field), rule).refusal();
    }

    boolean isToFix() {
        return mark == Mark.TO_FIX;
    }
}
