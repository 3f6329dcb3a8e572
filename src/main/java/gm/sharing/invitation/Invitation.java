package gm.sharing.invitation;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked to choose a password. The link is made when the letter leaves; a new letter ends the link of the one
 * before.
 */
@Entity
@SuppressWarnings("UnusedVariable") // who invited, and when, is kept for those who look into the record
class Invitation {

    /** From when the letter left. */
    static final Duration LINK_HOLDS = Duration.ofDays(14);

    @Id
    private String person;

    private OrganisationCode organisation;

    private String invitedBy;

    private Instant invitedAt;

    private String askedBy;

    private Instant askedAt;

    private int letters;

    private @Nullable String linkDigest;

    private @Nullable Instant linkEndsAt;

    private @Nullable Instant acceptedAt;

    @Version
    private @Nullable Long version;

    protected Invitation() {}

    private Invitation(String person, OrganisationCode organisation, Person by, Instant now) {
        this.person = person;
        this.organisation = organisation;
        this.invitedBy = by.id();
        this.invitedAt = now;
        this.askedBy = by.id();
        this.askedAt = now;
        this.letters = 1;
    }

    static Invitation of(String person, OrganisationCode organisation, Person by, Instant now) {
        return new Invitation(person, organisation, by, now);
    }

    /** Whether a further letter may be written: not before the last one left, and not to somebody who accepted. */
    boolean maySendAgain() {
        return acceptedAt == null && linkDigest != null;
    }

    /** Has another letter written; the link of the one before ends here and now. */
    void sendAgain(Person by, Instant now) {
        this.askedBy = by.id();
        this.askedAt = now;
        this.letters++;
        this.linkDigest = null;
        this.linkEndsAt = null;
    }

    /** The letter leaves with this link. */
    void leave(String digest, Instant now) {
        this.linkDigest = digest;
        this.linkEndsAt = now.plus(LINK_HOLDS);
    }

    /** The person chose a password: nobody does so with this link again. */
    void accept(Instant now) {
        this.acceptedAt = now;
    }

    State state(Instant now) {
        if (acceptedAt != null) {
            return State.ACCEPTED;
        }
        if (linkEndsAt == null) {
            return State.LEAVING;
        }
        return now.isBefore(linkEndsAt) ? State.SENT : State.ENDED;
    }

    String person() {
        return person;
    }

    OrganisationCode organisation() {
        return organisation;
    }

    /** How many letters were asked for. */
    int letters() {
        return letters;
    }

    /** When the last letter was asked for. */
    Instant askedAt() {
        return askedAt;
    }

    @Nullable Instant linkEndsAt() {
        return linkEndsAt;
    }

    @Nullable Instant acceptedAt() {
        return acceptedAt;
    }

    /** How far an invitation is. */
    enum State {
        /** The letter is about to leave. */
        LEAVING,
        SENT,
        /** The link's days are over. */
        ENDED,
        ACCEPTED,
        /** The account was disabled or deleted. */
        CLOSED,
        /** The organisation that invited is part of another one. */
        MOVED
    }
}
