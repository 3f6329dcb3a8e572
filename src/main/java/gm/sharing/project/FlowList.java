package gm.sharing.project;

import gm.sharing.NeededBy;
import gm.sharing.Refused.Complaint;
import gm.sharing.organisation.OrganisationCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who shares what with whom on which basis: the answers of the form describe-flows.
 *
 * @param noPart partners that turn out to take no part and are left out
 */
@NeededBy("the list of flows")
public record FlowList(
        @NotEmpty @Size(max = 200, message = "has too many rows: at most {max}") List<@Valid Flow> flows,
        List<OrganisationCode> noPart) {

    /** The review dates of policy documents that have passed, empty when none has. */
    public static List<Complaint> passedPolicies(List<Flow> flows, LocalDate today) {
        return IntStream.range(0, flows.size())
                .boxed()
                .flatMap(row -> Stream.ofNullable(flows.get(row).policyReview())
                        .flatMap(reviewOn -> PolicyReview.complaint(reviewOn, today).stream())
                        .map(rule -> Complaint.inRow("flows", row, "policyReview", rule)))
                .toList();
    }
}
