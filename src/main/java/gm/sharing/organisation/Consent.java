package gm.sharing.organisation;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.wording.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That an organisation consents to another one acting for it. Without a consent in force nobody acts for it, unless it is part of
 * the other one.
 *
 * @param to who acts for it; the consent counts for this organisation and no other
 * @param by who gave it; null for one of the time before consents were recorded
 * @param post what that person is in the organisation
 * @param on the day on which it was given
 * @param evidence where it can be looked up; null for nowhere
 * @param until the last day on which it counts; null without one
 * @param covers codes of what the other one may do, separated by spaces
 */
@Embeddable
public record Consent(
        @Column(name = "consent_to") OrganisationCode to,
        @Column(name = "consent_by") @Nullable String by,
        @Column(name = "consent_post") @Nullable String post,
        @Column(name = "consent_on") @Nullable LocalDate on,
        @Column(name = "consent_evidence") @Nullable String evidence,
        @Column(name = "consent_until") @Nullable LocalDate until,
        @Column(name = "consent_covers") String covers) {

    private static final Words WORDS = Words.in("organisation/consent");

    /** What one organisation may do for another. */
    public enum Act {
        /** Review agreements and advise on data protection. */
        REVIEW,
        /** Agree to the use of confidential information. */
        AGREE,
        SIGN;

        /** What somebody does who holds the office. */
        public static Act of(Role office) {
            return switch (office) {
                case SIGNATORY -> SIGN;
                case CALDICOTT_GUARDIAN -> AGREE;
                default -> REVIEW;
            };
        }

        /** In which posts the other organisation acts. */
        private String posts() {
            return switch (this) {
                case REVIEW -> WORDS.text("posts-review");
                case AGREE -> WORDS.text("posts-agree");
                case SIGN -> WORDS.text("posts-sign");
            };
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is one of these codes, separated by spaces. */
        public boolean isAmong(String codes) {
            return Arrays.asList(codes.split(" ")).contains(code());
        }
    }

    /** To all of these acts. */
    public static String codes(Collection<Act> acts) {
        return acts.stream().sorted().map(Act::code).collect(Collectors.joining(" "));
    }

    /**
     * Whether it can have been given so.
     *
     * @throws Refused with everything that is missing or cannot be
     */
    void mustFit(LocalDate today) {
        List<Complaint> complaints = new ArrayList<>();
        if (by == null) {
            complaints.add(Complaint.of("consent-by", WORDS.text("by-missing")));
        }
        if (post == null) {
            complaints.add(Complaint.of("consent-post", WORDS.text("post-missing")));
        }
        if (on == null) {
            complaints.add(Complaint.of("consent-on", WORDS.text("day-missing")));
        } else if (on.isAfter(today)) {
            complaints.add(Complaint.of("consent-on", WORDS.text("not-later")));
        } else if (until != null && until.isBefore(on)) {
            complaints.add(Complaint.of("consent-until", WORDS.text("until-before")));
        }
        if (covers.isEmpty()) {
            complaints.add(Complaint.of("consent-review", WORDS.text("covers-missing")));
        }
        if (!complaints.isEmpty()) {
            throw new Refused(complaints);
        }
    }

    public boolean covers(Act act) {
        return act.isAmong(covers);
    }

    /** Whether it was there before consents were recorded, so that nobody can say who gave it. */
    public boolean isOfBefore() {
        return by == null;
    }

    /** The consent that an organisation gave to whoever acts for it now, whether it still counts or not. */
    public static Optional<Consent> of(Organisation organisation) {
        return organisation.particulars().consent().filter(consent -> consent.to.equals(organisation.actedForBy()));
    }

    /** Who may act for an organisation in an office on a day: as the organisation consented, or as it is part of the other. */
    public static Optional<OrganisationCode> acting(Organisation organisation, Role office, LocalDate today) {
        return Optional.ofNullable(organisation.actedForBy())
                .filter(acting -> organisation.succession().isPresent()
                        || of(organisation)
                                .filter(consent -> consent.counts(Act.of(office), today))
                                .isPresent());
    }

    /** Who may act for an organisation on a day in any office, by its consent alone. */
    public static Optional<Consent> inForce(Organisation organisation, LocalDate today) {
        return of(organisation)
                .filter(consent -> organisation.succession().isEmpty())
                .filter(consent -> consent.until == null || !today.isAfter(consent.until));
    }

    /** For people, whether the other organisation may act today. */
    public static String state(Organisation organisation, LocalDate today) {
        if (inForce(organisation, today).isEmpty()) {
            return WORDS.text("not-in-force");
        }
        return inForce(organisation, today).filter(Consent::isOfBefore).isPresent()
                ? WORDS.text("in-force-of-before")
                : WORDS.text("in-force");
    }

    private boolean counts(Act act, LocalDate today) {
        return covers(act) && (until == null || !today.isAfter(until));
    }

    /**
     * For people, to whom it is given and until when.
     *
     * @param acting the name of the organisation that acts
     */
    public String receivers(String acting) {
        return WORDS.text(
                until == null ? "to" : "to-until",
                Map.of(
                        "organisation",
                        acting,
                        "posts",
                        Arrays.stream(Act.values())
                                .filter(this::covers)
                                .map(Act::posts)
                                .collect(Collectors.joining(", ")),
                        "until",
                        until == null ? "" : Dates.day(until)));
    }

    /** The offices in which the other organisation acts. */
    public List<Role> offices() {
        return Arrays.stream(Role.values())
                .filter(role -> role.isOffice() && covers(Act.of(role)))
                .toList();
    }

    /** For people, who gave it, when, and until when, as it stands in the record of what was done by it. */
    public String wordsOfRecord() {
        return until == null ? words() : WORDS.text("given-until", Map.of("given", words(), "until", Dates.day(until)));
    }

    /** For people, who gave it and when, as in "Ada Chair, chair, on 4 May 2026". */
    public String words() {
        return isOfBefore()
                ? WORDS.text("of-before")
                : WORDS.text(
                        "given",
                        Map.of(
                                "person",
                                String.valueOf(by),
                                "post",
                                String.valueOf(post),
                                "day",
                                Dates.day(Objects.requireNonNull(on))));
    }
}
