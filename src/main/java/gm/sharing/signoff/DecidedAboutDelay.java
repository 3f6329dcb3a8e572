package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.Separation;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** What the lead and the Information Board decided about a partner that takes longer than it has. */
@Embeddable
public class DecidedAboutDelay {

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_board_decision", joinColumns = @JoinColumn(name = "sign_off"))
    @OrderColumn(name = "position")
    private List<BoardDecision> byBoard = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_more_time", joinColumns = @JoinColumn(name = "sign_off"))
    @OrderColumn(name = "position")
    private List<MoreTime> moreTime = new ArrayList<>();

    /**
     * @param until when the Board looks at it again, which is when an extension ends; null when it ended the review
     * @param clock of the partner, which an extension starts over
     */
    void decide(BoardDecision decision, @Nullable Instant until, FourEyes fourEyes, ReviewClock clock) {
        Separation.mustNotLead(fourEyes.leads(decision.by().person()));
        byBoard.add(decision);
        if (until != null && decision.decision() == StalledDecision.Choice.EXTEND) {
            if (!until.isAfter(clock.due())) {
                throw Refused.of("extendTo", "the partner has at least as long already. Give a later day.");
            }
            clock.startOver(until);
        } else if (until != null) {
            clock.askBoardAt(until);
        }
    }

    /** @param newDue the end of the day until which more time was given */
    void give(MoreTime given, Instant newDue, ReviewClock clock) {
        moreTime.add(given);
        clock.startOver(newDue);
    }

    /** The days until which somebody gave more time. */
    Set<LocalDate> chosenDays() {
        return Stream.concat(
                        moreTime.stream().map(MoreTime::until),
                        byBoard.stream().flatMap(decision -> Stream.ofNullable(decision.extendedTo())))
                .collect(Collectors.toSet());
    }

    boolean isDecided(StalledDecision.Choice choice) {
        return byBoard.stream().anyMatch(decision -> decision.decision() == choice);
    }

    /** What the Information Board decided while the review was stalled, oldest first. */
    public List<BoardDecision> byBoard() {
        return List.copyOf(byBoard);
    }

    /** More time that the lead or the Board gave outside a decision about a stalled review, oldest first. */
    public List<MoreTime> moreTime() {
        return List.copyOf(moreTime);
    }
}
