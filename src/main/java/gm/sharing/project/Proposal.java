package gm.sharing.project;

import gm.sharing.NeededBy;
import gm.sharing.Refused;
import gm.sharing.Texts;
import gm.sharing.wording.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a project is to achieve: the answers of the form start-proposal. */
@Embeddable
@NeededBy("the proposal of the project")
public record Proposal(
        @NotBlank @Size(max = 250) String title,
        @NotNull @Enumerated(EnumType.STRING) Urgency urgency,
        @Size(max = Texts.LONG) @Column(columnDefinition = "text") @Nullable String urgencyReason,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String visionWho,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String visionNeed,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String visionWhat,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String visionBetween,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String visionBenefit,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String visionMeasure) {

    private static final Words WORDS = Words.in("project/words");

    void mustSayWhyItIsUrgent() {
        if (urgency == Urgency.URGENT && (urgencyReason == null || urgencyReason.isBlank())) {
            throw Refused.of(
                    "urgencyReason",
                    "say why the project is urgent: its partners then have days instead of weeks to decide.");
        }
    }

    /** The vision statement as one sentence; the form composes the same one while it is typed. */
    public String vision() {
        return WORDS.text(
                "vision",
                Map.of(
                        "who", inside(visionWho),
                        "need", inside(visionNeed),
                        "what", inside(visionWhat),
                        "between", inside(visionBetween),
                        "benefit", inside(visionBenefit),
                        "measure", inside(visionMeasure)));
    }

    /** People end what they type with a full stop. */
    private static String inside(String part) {
        return part.strip().replaceFirst("\\.$", "");
    }
}
