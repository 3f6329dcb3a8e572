package gm.sharing.onboarding;

import gm.sharing.code.Coded;
import gm.sharing.organisation.Assurance;
import gm.sharing.organisation.Consent;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a checklist can ask for. The table says of whom it is asked and in which words; here stands how it is seen to be done. */
public enum Item implements Coded {
    IG_MAILBOX(Item.CONTACTS),
    ADDRESS(Item.CONTACTS),
    RIGHTS_CONTACT(Item.CONTACTS),
    COMPLAINTS_CONTACT(Item.CONTACTS),
    BREACH_CONTACT(Item.CONTACTS),
    ICO_REGISTRATION("/registration"),
    DPO(Item.OFFICERS),
    IAO(Item.OFFICERS),
    CALDICOTT(Item.OFFICERS),
    ASSURANCE("#assurances"),
    ADMINISTRATOR_ACCOUNT(Item.PEOPLE),
    IG_ACCOUNT(Item.PEOPLE),
    SIGNATORY_ACCOUNT(Item.PEOPLE),
    TERMS("/terms");

    private static final String CONTACTS = "/contacts";
    private static final String OFFICERS = "/officers";
    private static final String PEOPLE = "/people";

    private final String place;

    Item(String place) {
        this.place = place;
    }

    /** Where it is done, after the address of the organisation's page. */
    public String place() {
        return place;
    }

    ItemState state(Situation situation) {
        var organisation = situation.organisation();
        var contacts = organisation.contacts();
        var officers = organisation.officers();
        return switch (this) {
            case IG_MAILBOX -> given(contacts.email());
            case ADDRESS -> given(contacts.address());
            case RIGHTS_CONTACT -> given(contacts.rightsContact());
            case COMPLAINTS_CONTACT -> given(contacts.complaintsContact());
            case BREACH_CONTACT -> given(contacts.breachContact());
            case ICO_REGISTRATION -> until(organisation.registration().icoExpiry(), situation.today());
            case DPO -> given(officers.dpoName());
            case IAO -> given(officers.iaoName());
            case CALDICOTT -> done(officers.caldicottNone() || officers.caldicottName() != null);
            case ASSURANCE -> assured(organisation.particulars().assurances().values(), situation);
            case ADMINISTRATOR_ACCOUNT -> account(Role.ORGANISATION_ADMINISTRATOR, situation);
            case IG_ACCOUNT -> account(Role.IG_OFFICER, situation);
            case SIGNATORY_ACCOUNT -> account(Role.SIGNATORY, situation);
            case TERMS -> terms(situation.acceptedTerms());
        };
    }

    private static ItemState done(boolean done) {
        return done ? ItemState.DONE : ItemState.NOT_YET;
    }

    private static ItemState terms(@Nullable Boolean ofToday) {
        if (ofToday == null) {
            return ItemState.NOT_YET;
        }
        return ofToday ? ItemState.DONE : ItemState.EXPIRED;
    }

    private static ItemState given(@Nullable Object fact) {
        return done(fact != null);
    }

    private static ItemState until(@Nullable LocalDate lastDay, LocalDate today) {
        if (lastDay == null) {
            return ItemState.NOT_YET;
        }
        return lastDay.isBefore(today) ? ItemState.EXPIRED : ItemState.DONE;
    }

    /** A result without a last day shows nothing yet, and neither does one such as “standards not met” before its last day. */
    private static ItemState assured(Collection<Assurance> assurances, Situation situation) {
        return assurances.stream()
                .filter(assurance ->
                        assurance.result() != null && !situation.notAssured().contains(assurance.result()))
                .map(assurance -> until(assurance.validUntil(), situation.today()))
                .reduce(ItemState.NOT_YET, ItemState::better);
    }

    /** An office that nobody here holds is held by the organisation that acts for this one; its administrator is its own. */
    private static ItemState account(Role role, Situation situation) {
        OrganisationCode acting = role.isOffice()
                ? Consent.acting(situation.organisation(), role, situation.today())
                        .orElse(null)
                : null;
        return done(situation
                        .signedInTo()
                        .contains(role.groupOf(situation.organisation().code()))
                || (acting != null && situation.signedInTo().contains(role.groupOf(acting))));
    }
}
