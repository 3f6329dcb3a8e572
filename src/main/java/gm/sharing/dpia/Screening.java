package gm.sharing.dpia;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the screening asks about the project beyond its description: the answers of the form answer-screening. Questions
 * that the description or another answer settles are not asked; their answer is null.
 *
 * @param profiling whether people are profiled, rated or predicted
 * @param ai whether artificial intelligence or machine learning is used
 * @param algorithmicTool whether a tool influences decisions that matter to the public
 * @param deniesService whether the result decides if people get a service, a benefit or an opportunity
 * @param monitoring whether people are observed systematically
 * @param publicArea whether they are in places that the public can enter
 * @param tracking whether it is followed where people are or what they do
 * @param invisible whether people are not told that their data are used
 * @param innovative whether a technology is new here, or used in a new way
 * @param targeting whether marketing, online services or the like are aimed at vulnerable people
 * @param unexpected whether people would not expect that records are brought together
 * @param directCare whether genetic data serve nothing but the care of the person by a health professional
 * @param physicalHarm whether a breach could endanger somebody's health or safety
 * @param ethicsAsked whether the lead wants the ethics panel's advice
 * @param stillHolds whether a DPIA that was approved before also covers the project as it is now; null when there is
 *     none
 * @param whyStillHolds the reasons why it does
 */
@Embeddable
@NeededBy("the screening")
public record Screening(
        @NotNull @Enumerated(EnumType.STRING) AutomatedDecisions automatedDecisions,
        @NotNull Boolean profiling,
        @NotNull Boolean ai,
        @Nullable Boolean algorithmicTool,
        @NotNull Boolean deniesService,
        @NotNull Boolean monitoring,
        @Nullable Boolean publicArea,
        @NotNull Boolean tracking,
        @NotNull Boolean invisible,
        @NotNull Boolean innovative,
        @Nullable Boolean targeting,
        @Nullable Boolean unexpected,
        @Nullable Boolean directCare,
        @NotNull Boolean physicalHarm,
        @NotNull Boolean ethicsAsked,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String remarks,
        @Nullable Boolean stillHolds,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String whyStillHolds) {

    /** No to every question that always arises. */
    public static Screening no() {
        return new Screening(
                AutomatedDecisions.NONE,
                false,
                false,
                null,
                false,
                false,
                null,
                false,
                false,
                false,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                null);
    }

    /** The same answers without a word on an earlier DPIA, to go on from when the screening is answered again. */
    public Screening askedAgain() {
        return new Screening(
                automatedDecisions,
                profiling,
                ai,
                algorithmicTool,
                deniesService,
                monitoring,
                publicArea,
                tracking,
                invisible,
                innovative,
                targeting,
                unexpected,
                directCare,
                physicalHarm,
                ethicsAsked,
                remarks,
                null,
                null);
    }
}
