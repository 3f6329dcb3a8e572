package gm.sharing.directory;

import gm.sharing.wording.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked on one page, because it changes together. */
enum Part {
    NAMES("names", false, Fact.NAME, Fact.LEGAL_NAME, Fact.SINCE),
    /** Who acts and signs for whom: it gives people of other organisations rights. */
    STANDING("standing", true, Fact.SECTOR, Fact.MEMBERS, Fact.HOST, Fact.ACTED_FOR_BY),
    /** By which consent another one acts for it: its own to give and to withdraw. */
    CONSENT(
            "consent",
            false,
            Fact.CONSENT_BY,
            Fact.CONSENT_POST,
            Fact.CONSENT_ON,
            Fact.CONSENT_REVIEW,
            Fact.CONSENT_AGREE,
            Fact.CONSENT_SIGN,
            Fact.CONSENT_UNTIL,
            Fact.CONSENT_EVIDENCE),
    /** It passes what is open to the people of another organisation. */
    SUCCESSION("succession", true, Fact.SUCCEEDED_ON, Fact.SUCCESSOR, Fact.ALSO_SUCCEEDED_BY),
    REGISTRATION("registration", false, Fact.REGISTERED_NUMBER, Fact.ICO_NUMBER, Fact.ICO_EXPIRY),
    CONTACTS("contacts", false, Fact.EMAIL, Fact.ADDRESS, Fact.RIGHTS, Fact.COMPLAINTS, Fact.BREACHES),
    OFFICERS(
            "officers",
            false,
            Fact.DPO_NAME,
            Fact.DPO_EMAIL,
            Fact.IAO_NAME,
            Fact.IAO_EMAIL,
            Fact.CALDICOTT_NAME,
            Fact.CALDICOTT_EMAIL,
            Fact.CALDICOTT_NONE,
            Fact.CALDICOTT_NONE_WHY,
            Fact.DELEGATION);

    /** What is asked of a new organisation. */
    static final List<Fact> TO_ADD = List.of(
            Fact.CODE, Fact.NAME, Fact.LEGAL_NAME, Fact.SECTOR, Fact.MEMBERS, Fact.HOST, Fact.ACTED_FOR_BY, Fact.EMAIL);

    private static final Words TITLES = Words.in("directory/parts");

    private final String key;
    private final boolean forTheService;
    // Never changed after it is made.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Fact> facts;

    Part(String key, boolean forTheService, Fact... facts) {
        this.key = key;
        this.forTheService = forTheService;
        this.facts = List.of(facts);
    }

    static Optional<Part> of(String key) {
        return Stream.of(values()).filter(part -> part.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    String title() {
        return TITLES.text(key);
    }

    /** Whether only administrators of the service change it. */
    boolean isForTheService() {
        return forTheService;
    }

    List<Fact> facts() {
        return facts;
    }
}
