package gm.sharing.measure;

import gm.sharing.code.Coded;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.wording.Words;
import jakarta.persistence.Embeddable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a measure comes from: a risk or a section of an assessment, or a condition of a signature. Exactly one of them.
 *
 * @param risk its number
 * @param section its code, or {@code ethics} for the conditions of the ethics panel
 * @param partner whose condition it is
 * @param partnerName that organisation's name
 * @param number of the condition, from 1 for each partner
 */
@Embeddable
public record Origin(
        @Nullable Integer risk,
        @Nullable String section,
        @Nullable OrganisationCode partner,
        @Nullable String partnerName,
        @Nullable Integer number) {

    private static final Words WORDS = Words.in("measure/events");

    /** Where a section's code stands for the conditions of the ethics panel. */
    private static final String ETHICS = "ethics";

    static Origin ofRisk(int risk) {
        return new Origin(risk, null, null, null, null);
    }

    static Origin ofSection(String code) {
        return new Origin(null, code, null, null, null);
    }

    static Origin ofEthics() {
        return ofSection(ETHICS);
    }

    static Origin ofCondition(OrganisationCode partner, String partnerName, int number) {
        return new Origin(null, null, partner, partnerName, number);
    }

    /** Whether it is a condition of a signature; otherwise an assessment promises it. */
    public boolean isCondition() {
        return partner != null;
    }

    /** For example "risk R3", "the section “Necessity and proportionality”" or "condition 2 of Bolton Council". */
    public String words() {
        if (partner != null) {
            return WORDS.text(
                    "condition", Map.of("number", String.valueOf(number), "partner", String.valueOf(partnerName)));
        }
        if (ETHICS.equals(section)) {
            return WORDS.text("ethics");
        }
        return section == null
                ? WORDS.text("risk", Map.of("number", String.valueOf(risk)))
                : WORDS.text(
                        "section",
                        Map.of("section", Coded.of(DpiaSection.class, section).label()));
    }
}
