package gm.sharing.project;

import gm.sharing.Refused.Complaint;
import java.util.ArrayList;
import java.util.List;

/** A flow in the list of the form describe-flows, and what is wrong with it. */
final class FlowRow {

    private static final String LIST = "flows";

    private final int row;
    private final Flow flow;
    private final List<Complaint> complaints = new ArrayList<>();

    /**
     * @param row counted from 0
     */
    FlowRow(int row, Flow flow) {
        this.row = row;
        this.flow = flow;
    }

    Flow flow() {
        return flow;
    }

    /**
     * @param field the key of the field in which the answer stands, or is missing
     * @param rule as of {@link Complaint}
     */
    void complain(String field, String rule) {
        Complaint complaint = Complaint.inRow(LIST, row, field, rule);
        if (!complaints.contains(complaint)) {
            complaints.add(complaint);
        }
    }

    /** Whether something is wrong with the answer to that field. */
    boolean isWrong(String field) {
        return complaints.stream()
                .anyMatch(complaint -> field.equals(complaint.path().get(2)));
    }

    /** What is wrong with all flows together. */
    static Complaint ofAll(String rule) {
        return Complaint.of(LIST, rule);
    }

    List<Complaint> complaints() {
        return List.copyOf(complaints);
    }
}
