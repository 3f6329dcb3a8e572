package gm.sharing.ethics;

import gm.sharing.NeededBy;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.dpia.DpiaPart;
import gm.sharing.question.FurtherAnswers;
import gm.sharing.wording.Words;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the public is told of an algorithmic tool: tier 1 of the Algorithmic Transparency Recording Standard. The answers of
 * the form atrs-record that rules read; the others are kept as the form asks them.
 *
 * @param website where more can be read; null when there is none
 * @param email whom the public can write to
 */
@Embeddable
@NeededBy("the record of algorithmic tools")
public record AlgorithmRecord(
        @NotBlank @Size(max = 250) String name,
        @Nullable @Size(max = 500) @Pattern(
                        regexp = "https?://[^\\s/]+\\.[^\\s/]+(/\\S*)?",
                        message = "must be an address that begins with https://")
                String website,
        @NotBlank @Size(max = 250) @Email(regexp = ".+@[^@.]+\\..+", message = "must be an email address") String email) {

    private static final Words WORDS = Words.in("ethics/algorithm");

    /**
     * The record as people read it, with the other answers between the tool's name and whom the public can write to.
     *
     * @param tool null when no tool is on record; then there are other answers at most
     */
    public static List<Fact> facts(@Nullable AlgorithmRecord tool, FurtherAnswers answers) {
        FactList facts = new FactList(WORDS);
        if (tool != null) {
            facts.add("name", tool.name());
        }
        answers.facts(DpiaPart.ALGORITHM).forEach(facts::add);
        if (tool != null) {
            facts.add("website", tool.website()).add("contact", tool.email());
        }
        return facts.facts();
    }
}
