package gm.sharing.journey;

import gm.sharing.Dates;
import gm.sharing.deadline.EndedDays;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.Directory;
import gm.sharing.project.SharingProject;
import gm.sharing.signoff.QuestionToLead;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a person may read of the time that partners have. */
@Component
class PartnersTimes {

    private static final Words WORDS = Words.in("journey/record");

    private final DecidingTime deciding;
    private final SignOffs signOffs;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final Clock clock;

    PartnersTimes(DecidingTime deciding, SignOffs signOffs, Directory directory, WorkingDays workingDays, Clock clock) {
        this.deciding = deciding;
        this.workingDays = workingDays;
        this.signOffs = signOffs;
        this.directory = directory;
        this.clock = clock;
    }

    PartnersTime of(ProjectAccess access) {
        List<SignOff> visible = signOffs.of(access.project().reference()).stream()
                .filter(signOff -> access.maySeeReviewOf(signOff.partner()))
                .toList();
        List<PartnersTime.Asked> questions = new ArrayList<>(visible.stream()
                .flatMap(signOff -> signOff.questions().all().stream().map(question -> asked(signOff, question)))
                .toList());
        Collections.reverse(questions);
        EndedDays days = EndedDays.of(workingDays);
        return new PartnersTime(
                rule(access.project()),
                visible.stream()
                        .filter(SignOff::isOpen)
                        .map(signOff -> running(signOff, waited(signOff, days), access.mayGiveMoreTime()))
                        .sorted(Comparator.comparing(PartnersTime.Running::waited)
                                .reversed())
                        .toList(),
                questions);
    }

    private @Nullable String rule(SharingProject project) {
        return project.status().isEnd()
                ? null
                : deciding.of(project.proposal().urgency())
                        .map(days -> WORDS.text(
                                "time-to-decide",
                                Map.of("due", days.due(), "reminder", days.reminder(), "board", days.board())))
                        .orElse(null);
    }

    /** While the lead is asked, the partner is not waited for. */
    private int waited(SignOff signOff, EndedDays days) {
        Instant now = clock.instant();
        int stood = signOff.questions().all().stream()
                .mapToInt(question -> days.between(
                        question.by().at(),
                        question.answer() == null ? now : question.answer().by().at()))
                .sum();
        return Math.max(0, days.between(signOff.asking().at(), now) - stood);
    }

    private PartnersTime.Running running(SignOff signOff, int waited, boolean moreTime) {
        var timing = signOff.clock();
        return new PartnersTime.Running(
                directory.nameOf(signOff.partner()),
                signOff.partner().value(),
                waited,
                day(timing.due()),
                timing.stoppedAt().isEmpty() && timing.due().isBefore(clock.instant()),
                timing.boardAt().map(this::day).orElse(null),
                timing.stoppedAt().map(this::day).orElse(null),
                moreTime);
    }

    private PartnersTime.Asked asked(SignOff signOff, QuestionToLead question) {
        var answer = question.answer();
        return new PartnersTime.Asked(
                directory.nameOf(signOff.partner()),
                WORDS.text(
                        "asked",
                        Map.of(
                                "person", question.by().name(),
                                "date", day(question.by().at()),
                                "version", signOff.agreedVersion())),
                question.text(),
                answer == null
                        ? null
                        : WORDS.text(
                                "answered",
                                Map.of(
                                        "person",
                                        answer.by().name(),
                                        "date",
                                        day(answer.by().at()))),
                answer == null ? null : answer.text());
    }

    private String day(Instant moment) {
        return Dates.day(moment);
    }
}
