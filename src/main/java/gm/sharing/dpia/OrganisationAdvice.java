package gm.sharing.dpia;

import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the data protection officer of an organisation was asked and advised. While it is requested anew, what was advised
 * before can still be read.
 *
 * @param reviewBy by when it was asked for
 * @param view null until it is given for the first time
 * @param by who gave it, and when
 */
@Embeddable
public record OrganisationAdvice(
        OrganisationCode organisation,
        @Enumerated(EnumType.STRING) AdviceState state,
        @Nullable LocalDate reviewBy,
        @Nullable @Enumerated(EnumType.STRING) @Column(name = "advice") DpoView view,
        @Nullable @Column(columnDefinition = "text") String summary,
        @Nullable @Embedded
                @AttributeOverride(name = "person", column = @Column(name = "advised_by"))
                @AttributeOverride(name = "name", column = @Column(name = "advised_name"))
                @AttributeOverride(name = "at", column = @Column(name = "advised_at"))
                By by) {

    static OrganisationAdvice requestedOf(OrganisationCode organisation, @Nullable LocalDate reviewBy) {
        return new OrganisationAdvice(organisation, AdviceState.REQUESTED, reviewBy, null, null, null);
    }

    /** The same, asked for anew. */
    OrganisationAdvice requestedAgain(@Nullable LocalDate until) {
        return new OrganisationAdvice(organisation, AdviceState.REQUESTED, until, view, summary, by);
    }

    OrganisationAdvice given(Advice answers, By who) {
        return new OrganisationAdvice(
                organisation, AdviceState.GIVEN, reviewBy, answers.advice(), answers.summary(), who);
    }

    OrganisationAdvice unanswered() {
        return new OrganisationAdvice(organisation, AdviceState.UNANSWERED, reviewBy, view, summary, by);
    }

    public boolean isGiven() {
        return state == AdviceState.GIVEN;
    }

    /** Whether it was given on what is written now and says that the processing should not go ahead. */
    public boolean isAgainst() {
        return isGiven() && view == DpoView.AGAINST;
    }

    /** Whether it was given on what is written now and lets the processing go ahead. */
    public boolean approves() {
        return isGiven() && (view == DpoView.ACCEPT || view == DpoView.ACCEPT_WITH_CONDITIONS);
    }
}
