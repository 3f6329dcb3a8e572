package gm.sharing.signoff;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.Owners;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.SignOffRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Sign-offs as tests need them: Bolton is asked about version 1.0 on a Monday in June. */
public final class SignOffFixture {

    public static final OrganisationCode BOLTON = new OrganisationCode("bolton");
    public static final OrganisationCode BURY = new OrganisationCode("bury");
    public static final Person BOLTONS_OFFICER = person("ig", BOLTON);
    public static final Person BOLTONS_GUARDIAN = person("caldicott", BOLTON);
    public static final Person BOLTONS_SIGNATORY = person("signatory", BOLTON);
    public static final Person BOARD = new Person("board", "The Chair", "", Set.of("information-board"));

    public static final Comment COMMENT = new Comment("retention", "Say how long the letters are kept.");

    static final Condition CONDITION =
            new Condition("Access is reviewed every quarter.", Owners.LEAD, LocalDate.of(2030, 9, 30));

    static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
    static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    static final Instant DUE = Instant.parse("2026-06-22T16:00:00Z");
    static final LocalDate THAT_TUESDAY = LocalDate.of(2026, 6, 2);
    static final String LEADS_ID = "lead.bury";
    static final FourEyes LEAD = new FourEyes(Set.of(LEADS_ID), () -> Set.of("signatory.bolton"));

    private SignOffFixture() {}

    /** Somebody with the role in the organisation: {@code ig.bolton}, and {@code ig2.bolton} who holds the same. */
    public static Person person(String role, OrganisationCode organisation) {
        var id = role + "." + organisation;
        return new Person(
                id,
                "Officer " + id,
                id + "@example.org",
                Set.of(role.replace("2", "") + "-" + organisation, "org-" + organisation));
    }

    /** Asks these partners for the first time. */
    public static RoundPlan asking(OrganisationCode... partners) {
        return new RoundPlan(
                Stream.of(partners)
                        .map(partner -> new RoundPlan.Asked(partner, "It has not been asked before.", 1))
                        .toList(),
                List.of());
    }

    static Round firstRound() {
        return new Round(
                new ProjectReference("SJ-2026-0001"),
                1,
                "1.0",
                "ab".repeat(32),
                MONDAY,
                DUE,
                SignOffRule.ALL,
                List.of());
    }

    static SignOff askedOf(OrganisationCode partner) {
        return askedOf(partner, new AskedBesides(false, false));
    }

    static SignOff askedOf(OrganisationCode partner, AskedBesides questions) {
        return new SignOff(firstRound(), asking(partner).asked().get(0), DUE, questions);
    }

    static SignOff reviewed(OrganisationCode partner) {
        var signOff = askedOf(partner);
        signOff.review(
                review(Decision.SIGN), List.of(), person("ig", partner), Role.IG_OFFICER, LEAD, TUESDAY, THAT_TUESDAY);
        return signOff;
    }

    static SignOff decided(OrganisationCode partner, Decision decision) {
        var signOff = reviewed(partner);
        signOff.sign(
                signature(decision),
                kept(signature(decision).conditions()),
                person("signatory", partner),
                LEAD,
                TUESDAY);
        return signOff;
    }

    /** Signed on a condition by two people after the Caldicott Guardian agreed. */
    public static SignOff signedByTwo(OrganisationCode partner) {
        var signOff = new SignOff(
                firstRound(),
                new RoundPlan.Asked(partner, "It has not been asked before.", 2),
                DUE,
                new AskedBesides(false, false));
        var signature = signature(Decision.SIGN_WITH_CONDITIONS);
        signOff.review(
                review(Decision.SIGN), List.of(), person("ig", partner), Role.IG_OFFICER, LEAD, TUESDAY, THAT_TUESDAY);
        signOff.agreeConfidentialUse(agreement(), person("caldicott", partner), LEAD, TUESDAY);
        signOff.sign(signature, kept(signature.conditions()), person("signatory", partner), LEAD, TUESDAY);
        signOff.countersign(
                new Countersignature(Countersignature.Choice.SIGN, "Chief Executive", List.of(), null, null, true),
                person("signatory2", partner),
                LEAD,
                TUESDAY);
        return signOff;
    }

    /** A review with all that the decision needs. */
    public static Review review(Decision decision) {
        return ReviewFixture.whole(decision).review();
    }

    /** A review with all that the decision and the position need. */
    public static Review review(Decision decision, DpiaPosition position) {
        return ReviewFixture.whole(decision).taking(position).review();
    }

    /** The conditions as the record keeps them. */
    static List<StatedCondition> kept(List<Condition> conditions) {
        return conditions.stream()
                .map(condition -> StatedCondition.of(condition, "Project lead"))
                .toList();
    }

    public static ConfidentialUse agreement() {
        return new ConfidentialUse(ConfidentialUse.Choice.AGREE, List.of(), null, null);
    }

    /** A signature with all that the decision needs. */
    public static Signature signature(Decision decision) {
        return new Signature(
                decision,
                "Senior Information Risk Owner",
                decision == Decision.SIGN_WITH_CONDITIONS ? List.of(CONDITION) : List.of(),
                decision == Decision.REQUEST_CHANGES ? List.of(COMMENT) : List.of(),
                decision == Decision.REFUSE ? "no-lawful-basis" : null,
                decision == Decision.REFUSE ? "UK GDPR, Article 6(1)" : null,
                true);
    }

    public static StalledDecision stalled(StalledDecision.Choice choice) {
        return new StalledDecision(choice, null, "Three weeks without an answer.");
    }
}
