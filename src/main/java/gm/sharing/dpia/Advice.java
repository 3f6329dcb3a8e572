package gm.sharing.dpia;

import gm.sharing.NeededBy;
import gm.sharing.Refused;
import gm.sharing.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * The advice of a data protection officer, with a mark for each section: the answers of the form dpia-advise.
 *
 * @param summary which the signatory, the partners and, shortened, the public read
 */
@NeededBy("the advice of data protection officers")
public record Advice(
        @NotNull @Valid SectionMark need,
        @NotNull @Valid SectionMark nature,
        @NotNull @Valid SectionMark scope,
        @NotNull @Valid SectionMark context,
        @NotNull @Valid SectionMark purposes,
        @NotNull @Valid SectionMark consultation,
        @NotNull @Valid SectionMark necessity,
        @NotNull @Valid SectionMark risks,
        @NotNull DpoView advice,
        @NotBlank @Size(max = Texts.LONG) String summary) {

    /** The marks in the order of the sections. */
    public Map<DpiaSection, SectionMark> marks() {
        Map<DpiaSection, SectionMark> marks = new EnumMap<>(DpiaSection.class);
        marks.put(DpiaSection.NEED, need);
        marks.put(DpiaSection.NATURE, nature);
        marks.put(DpiaSection.SCOPE, scope);
        marks.put(DpiaSection.CONTEXT, context);
        marks.put(DpiaSection.PURPOSES, purposes);
        marks.put(DpiaSection.CONSULTATION, consultation);
        marks.put(DpiaSection.NECESSITY, necessity);
        marks.put(DpiaSection.RISKS, risks);
        return marks;
    }

    /** The lead and the signatory have to see from the marks what follows from the advice. */
    void mustBeClear(LocalDate today) {
        marks().forEach((section, mark) -> mark.mustBeComplete(section, today));
        if (advice == DpoView.ACCEPT_WITH_CONDITIONS
                && marks().values().stream().noneMatch(mark -> mark.mark() == Mark.IMPROVABLE)) {
            throw Refused.of(
                    "advice",
                    "conditions are followed up as measures: mark each section that a condition is about as"
                            + " improvable, and say what is to be done, who is responsible and by when.");
        }
        boolean somethingToFix = marks().values().stream().anyMatch(SectionMark::isToFix);
        if (sendsBack() && !somethingToFix) {
            throw Refused.of("advice", "mark the sections that are to fix: exactly these go back to the project lead.");
        }
        if (!sendsBack() && somethingToFix) {
            throw Refused.of(
                    "advice",
                    "a section is marked as to fix, so the assessment goes back to the project lead. Choose to"
                            + " send it back, or mark the section as improvable.");
        }
    }

    boolean sendsBack() {
        return advice == DpoView.SEND_BACK;
    }
}
