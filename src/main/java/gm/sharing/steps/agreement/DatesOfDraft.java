package gm.sharing.steps.agreement;

import static java.util.stream.Collectors.joining;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.project.Arrangements;
import gm.sharing.project.FlowList;
import gm.sharing.project.SharingProject;
import gm.sharing.steps.signoff.SignOffTables;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormLabels;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Holds the days of a draft against today, before it goes to the partners: by then those that were in time may have passed. */
@Component
class DatesOfDraft {

    private static final Words WORDS = Words.in("project/draft-dates");

    private final SignOffTables tables;
    private final WorkingDays workingDays;
    private final FormLabels labels;
    private final Clock clock;

    DatesOfDraft(SignOffTables tables, WorkingDays workingDays, FormLabels labels, Clock clock) {
        this.labels = labels;
        this.tables = tables;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** @throws Refused when the sharing has ended, or a policy document should have been reviewed */
    void mustBeInTime(SharingProject project) {
        List<String> complaints = passed(project).toList();
        if (!complaints.isEmpty()) {
            throw new Refused(
                    String.join(" ", complaints) + " Send the draft back, and change the day where you gave it.");
        }
    }

    private Stream<String> passed(SharingProject project) {
        LocalDate today = LocalDate.now(clock);
        return Stream.concat(
                project.arrangements().filter(agreed -> agreed.hasEnded(today)).stream()
                        .map(agreed -> labels.sentence(
                                "agree-arrangements",
                                Complaint.of("endDate", "%s is in the past.".formatted(agreed.lastDay())))),
                FlowList.passedPolicies(project.flows(), today).stream()
                        .map(passed -> labels.sentence("describe-flows", passed)));
    }

    /** In Markdown; empty when no day matters to how the draft goes on. */
    String note(SharingProject project) {
        List<String> passed = passed(project).toList();
        if (!passed.isEmpty()) {
            return WORDS.text("passed", Map.of("passed", String.join(" ", passed)));
        }
        LocalDate today = LocalDate.now(clock);
        return project.arrangements().stream()
                .flatMap(agreed -> Stream.concat(started(agreed, today), endsSoon(agreed, project)))
                .collect(joining("\n\n"));
    }

    private static Stream<String> started(Arrangements agreed, LocalDate today) {
        return agreed.startDate().isBefore(today)
                ? Stream.of(WORDS.text("started", Map.of("date", Dates.day(agreed.startDate()))))
                : Stream.empty();
    }

    private int longest(SharingProject project) {
        return project.partners().stream()
                .mapToInt(partner -> tables.days(project, partner.organisation()))
                .max()
                .orElse(0);
    }

    private Stream<String> endsSoon(Arrangements agreed, SharingProject project) {
        Date due = workingDays.from(Date.from(clock.instant()), longest(project));
        LocalDate end = agreed.endDate();
        return end != null && !end.isAfter(LocalDate.ofInstant(due.toInstant(), clock.getZone()))
                ? Stream.of(WORDS.text(
                        "ends-soon",
                        Map.of(
                                "end",
                                Dates.day(end),
                                "due",
                                Dates.day(LocalDate.ofInstant(due.toInstant(), clock.getZone())))))
                : Stream.empty();
    }
}
