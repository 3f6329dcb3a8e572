package gm.sharing.dpia;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rows of a register of risks have to hold. */
final class RiskRules {

    private final List<Risk> known;
    private final List<SuggestedRisk> offered;
    private final LocalDate today;

    /**
     * @param known the rows as they were written last
     * @param offered what was suggested since
     */
    RiskRules(List<Risk> known, List<SuggestedRisk> offered, LocalDate today) {
        this.known = known;
        this.offered = offered;
        this.today = today;
    }

    void check(List<Risk> rows) {
        if (rows.isEmpty()) {
            throw Refused.of("risks", "name at least one risk.");
        }
        mustBeNumbered(rows);
        for (int row = 0; row < rows.size(); row++) {
            check(row, rows.get(row));
        }
    }

    private void mustBeNumbered(List<Risk> rows) {
        Set<Integer> numbers = new HashSet<>();
        known.forEach(risk -> numbers.add(risk.number()));
        offered.forEach(suggestion -> numbers.add(suggestion.number()));
        for (int row = 0; row < rows.size(); row++) {
            Risk risk = rows.get(row);
            if (risk.number() != 0 && !numbers.remove(risk.number())) {
                throw Complaint.inRow(
                                "risks",
                                row,
                                "number",
                                "%s is not a risk of this assessment, or stands in two rows.".formatted(risk.label()))
                        .refusal();
            }
        }
    }

    private void check(int row, Risk risk) {
        if (risk.residualLikelihood().compareTo(risk.likelihood()) > 0
                || risk.residualSeverity().compareTo(risk.severity()) > 0) {
            throw Complaint.ofRow(
                            "risks",
                            row,
                            "with the measure in place harm cannot be more likely or more severe than before.")
                    .refusal();
        }
        if (risk.effect() == Effect.ACCEPTED
                && (risk.residualLikelihood() != risk.likelihood() || risk.residualSeverity() != risk.severity())) {
            throw Complaint.ofRow("risks", row, "a risk that is accepted stays as likely and as severe as it was.")
                    .refusal();
        }
        if (risk.effect() == Effect.ELIMINATED && risk.residualLikelihood() != Likelihood.REMOTE) {
            throw Complaint.ofRow("risks", row, "harm from a risk that is eliminated is at most a remote possibility.")
                    .refusal();
        }
        mustBeInTime(row, risk);
    }

    /** A date that passed since it was written stays: that the measure is late is for its follow-up. */
    private void mustBeInTime(int row, Risk risk) {
        LocalDate due = risk.dueDate();
        if (due == null) {
            return;
        }
        if (risk.effect() == Effect.ACCEPTED) {
            throw Complaint.inRow(
                            "risks",
                            row,
                            "dueDate",
                            "a risk that is accepted has no measure to put in place. Leave the date empty, or say that"
                                    + " the measure reduces the risk.")
                    .refusal();
        }
        boolean writtenBefore =
                known.stream().anyMatch(before -> before.number() == risk.number() && due.equals(before.dueDate()));
        if (due.isBefore(today) && !writtenBefore) {
            throw Complaint.inRow(
                            "risks",
                            row,
                            "dueDate",
                            "%s is in the past. Name a day from today on, or leave the date empty when the measure is in place already."
                                    .formatted(Dates.day(due)))
                    .refusal();
        }
    }
}
