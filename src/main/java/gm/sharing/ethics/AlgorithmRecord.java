package gm.sharing.ethics;

import gm.sharing.NeededBy;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.wording.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the public is told of an algorithmic tool: tier 1 of the Algorithmic Transparency Recording Standard. The answers of
 * the form atrs-record.
 *
 * @param how the tool is used, and what people do with its results
 * @param why it is used
 * @param website where more can be read; null when there is none
 * @param email whom the public can write to
 */
@Embeddable
@NeededBy("the record of algorithmic tools")
public record AlgorithmRecord(
        @NotBlank @Size(max = 250) String name,
        @NotBlank @Size(max = 30_000) @Column(columnDefinition = "text") String how,
        @NotBlank @Size(max = 30_000) @Column(columnDefinition = "text") String why,
        @Nullable @Size(max = 500) @Pattern(
                        regexp = "https?://[^\\s/]+\\.[^\\s/]+(/\\S*)?",
                        message = "must be an address that begins with https://")
                String website,
        @NotBlank @Size(max = 250) @Email(regexp = ".+@[^@.]+\\..+", message = "must be an email address") String email) {

    private static final Words WORDS = Words.in("ethics/algorithm");

    /** The record as people read it. */
    public List<Fact> facts() {
        return new FactList(WORDS)
                .add("name", name)
                .add("how-it-is-used", how)
                .add("why-it-is-used", why)
                .add("website", website)
                .add("contact", email)
                .facts();
    }
}
