package gm.sharing.dpia;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.OrganisationCodesConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Step 3 of the assessment: who was asked. What rules read of the form dpia-consult.
 *
 * @param asksIndividuals whether the people concerned, or those who speak for them, are asked
 * @param views when and how they are asked, and what they say
 * @param whyNotAsked why asking them is not appropriate
 * @param advisers the organisations whose data protection officers advise besides the lead organisation's
 */
@Embeddable
@NeededBy("the assessment (step 3)")
public record Consultation(
        @NotNull Boolean asksIndividuals,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String views,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String whyNotAsked,
        @NotNull @Size(max = 50) @Convert(converter = OrganisationCodesConverter.class)
                List<@NotNull OrganisationCode> advisers) {}
