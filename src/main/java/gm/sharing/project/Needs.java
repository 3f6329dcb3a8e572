package gm.sharing.project;

import gm.sharing.NeededBy;
import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.Texts;
import gm.sharing.organisation.OrganisationCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shared about whom, and why: the answers of the form describe-needs.
 *
 * @param onBehalfOf the partnership for which the lead organisation proposes the project, or null
 * @param groups the groups of people that the information is about, by the codes of the form's list
 * @param scale how many people it is about, by the code of the form's list
 * @param matching whether records of one person from several organisations or data sets are brought together
 */
@NeededBy("the description of what is needed")
public record Needs(
        @Nullable OrganisationCode onBehalfOf,
        @NotBlank @Size(max = Texts.LONG) String purpose,
        @NotBlank @Size(max = Texts.LONG) String necessity,
        @NotBlank @Size(max = Texts.LONG) String benefits,
        @NotBlank @Size(max = Texts.LONG) String dataSubjects,
        @NeededBy("the screening") @NotEmpty List<@NotBlank @Size(max = 40) String> groups,
        @NotBlank @Size(max = 1000) String volume,
        @NeededBy("the screening") @NotBlank @Size(max = 40) String scale,
        @NeededBy("the screening") @NotNull Boolean matching,
        @NotEmpty @Size(max = 200, message = "has too many rows: at most {max}") List<@Valid DataItem> dataItems) {

    /** @throws Refused when an item is there twice; all of them at once */
    void mustNameEachItemOnce() {
        List<Complaint> repeated = new ArrayList<>();
        for (int row = 1; row < dataItems.size(); row++) {
            DataItem item = dataItems.get(row);
            for (int before = 0; before < row; before++) {
                if (dataItems.get(before).sameAs(item)) {
                    repeated.add(Complaint.inRow(
                            "dataItems",
                            row,
                            "name",
                            "“%s” is in row %d already. Name each item once."
                                    .formatted(item.name().strip(), before + 1)));
                    break;
                }
            }
        }
        if (!repeated.isEmpty()) {
            throw new Refused(repeated);
        }
    }
}
