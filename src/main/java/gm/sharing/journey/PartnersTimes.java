package gm.sharing.journey;

import gm.sharing.Dates;
import gm.sharing.organisation.Directory;
import gm.sharing.signoff.QuestionToLead;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what a person may read of the time that partners have. */
@Component
class PartnersTimes {

    private static final Words WORDS = Words.in("journey/record");

    private final SignOffs signOffs;
    private final Directory directory;
    private final Clock clock;

    PartnersTimes(SignOffs signOffs, Directory directory, Clock clock) {
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
        return new PartnersTime(
                visible.stream()
                        .filter(SignOff::isOpen)
                        .map(signOff -> running(signOff, access.mayGiveMoreTime()))
                        .toList(),
                questions);
    }

    private PartnersTime.Running running(SignOff signOff, boolean moreTime) {
        var timing = signOff.clock();
        return new PartnersTime.Running(
                directory.nameOf(signOff.partner()),
                signOff.partner().value(),
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
