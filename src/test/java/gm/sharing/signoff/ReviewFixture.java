package gm.sharing.signoff;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A review as tests need it: it says nothing but its decision until more is added. */
public final class ReviewFixture {

    private final Decision decision;
    private List<Condition> conditions = List.of();
    private List<Comment> comments = List.of();
    private @Nullable String ground;
    private @Nullable String provision;
    private @Nullable DpiaPosition position;
    private @Nullable String adaptation;
    private @Nullable String dissent;
    private @Nullable String policyDocument;
    private @Nullable LocalDate policyReview;

    private ReviewFixture(Decision decision) {
        this.decision = decision;
    }

    public static ReviewFixture only(Decision decision) {
        return new ReviewFixture(decision);
    }

    /** With all that the decision needs. */
    public static ReviewFixture whole(Decision decision) {
        var signature = SignOffFixture.signature(decision);
        return only(decision)
                .on(signature.conditions())
                .commenting(signature.comments())
                .refusing(signature.refusalGround(), signature.provision());
    }

    ReviewFixture on(List<Condition> changed) {
        conditions = changed;
        return this;
    }

    public ReviewFixture commenting(List<Comment> changed) {
        comments = changed;
        return this;
    }

    ReviewFixture refusing(@Nullable String onGround, @Nullable String citing) {
        ground = onGround;
        provision = citing;
        return this;
    }

    /** With the words that the position needs. */
    ReviewFixture taking(DpiaPosition taken) {
        return taking(
                taken,
                taken == DpiaPosition.ADAPT ? "We keep the letters for one year only." : null,
                taken == DpiaPosition.DISSENT ? "The risk to tenants in hostels is not assessed." : null);
    }

    ReviewFixture taking(DpiaPosition taken, @Nullable String adapting, @Nullable String dissenting) {
        position = taken;
        adaptation = adapting;
        dissent = dissenting;
        return this;
    }

    ReviewFixture naming(@Nullable String document, @Nullable LocalDate reviewOn) {
        policyDocument = document;
        policyReview = reviewOn;
        return this;
    }

    public Review review() {
        return new Review(
                decision,
                conditions,
                comments,
                ground,
                provision,
                position,
                adaptation,
                dissent,
                policyDocument,
                policyReview,
                null);
    }
}
