package gm.sharing.dpia;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which criteria the project meets, in the words of the lists: the answers of the form answer-screening.
 *
 * @param always of Article 35(3) of UK GDPR
 * @param ico of the Information Commissioner's list, those that count by themselves
 * @param icoPlus of the Information Commissioner's list, those that count together with one of {@code wp248}
 * @param wp248 of the European guidelines
 * @param stillHolds whether a DPIA that was approved before also covers the project as it is now; null when there is
 *     none
 * @param whyStillHolds the reasons why it does
 */
public record Screening(
        List<@NotBlank @Size(max = 1000) String> always,
        List<@NotBlank @Size(max = 1000) String> ico,
        List<@NotBlank @Size(max = 1000) String> icoPlus,
        List<@NotBlank @Size(max = 1000) String> wp248,
        @Nullable @Size(max = Texts.LONG) String remarks,
        @Nullable Boolean stillHolds,
        @Nullable @Size(max = Texts.LONG) String whyStillHolds) {

    public Screening {
        always = always.stream().distinct().toList();
        ico = ico.stream().distinct().toList();
        icoPlus = icoPlus.stream().distinct().toList();
        wp248 = wp248.stream().distinct().toList();
    }

    List<Criterion> criteria() {
        return Stream.of(
                        of(CriteriaList.ALWAYS, always),
                        of(CriteriaList.ICO, ico),
                        of(CriteriaList.ICO_PLUS, icoPlus),
                        of(CriteriaList.WP248, wp248))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Criterion> of(CriteriaList list, List<String> words) {
        return words.stream()
                .map(word -> new Criterion(list, word, "The lead ticked it at the screening."))
                .toList();
    }
}
