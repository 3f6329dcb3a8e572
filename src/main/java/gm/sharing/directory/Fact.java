package gm.sharing.directory;

import gm.sharing.organisation.Consent;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Succession;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One thing that a page asks and shows of an organisation. Its key names its field, its label and its hint. */
enum Fact implements Asked {
    CODE("code", Kind.LINE, 40, organisation -> organisation.code().value()),
    NAME("name", Kind.LINE, 200, Organisation::name),
    LEGAL_NAME("legal-name", Kind.LINE, 300, Organisation::legalName),
    SINCE("since", Kind.DAY, 10, organisation -> ""),
    SECTOR("sector", Kind.SECTOR, 30, organisation -> organisation.sector().name()),
    MEMBERS("members", Kind.ORGANISATIONS, 30_000, organisation -> codes(organisation.members())),
    HOST("host", Kind.ORGANISATION, 40, organisation -> code(organisation.host())),
    ACTED_FOR_BY("acted-for-by", Kind.ORGANISATION, 40, organisation -> code(organisation.actedForBy())),
    CONSENT_BY("consent-by", Kind.LINE, 200, organisation -> consent(organisation, Consent::by)),
    CONSENT_POST("consent-post", Kind.LINE, 200, organisation -> consent(organisation, Consent::post)),
    CONSENT_ON("consent-on", Kind.DAY, 10, organisation -> consent(organisation, consent -> day(consent.on()))),
    CONSENT_REVIEW("consent-review", Kind.TICK, 4, organisation -> covers(organisation, Consent.Act.REVIEW)),
    CONSENT_AGREE("consent-agree", Kind.TICK, 4, organisation -> covers(organisation, Consent.Act.AGREE)),
    CONSENT_SIGN("consent-sign", Kind.TICK, 4, organisation -> covers(organisation, Consent.Act.SIGN)),
    CONSENT_UNTIL(
            "consent-until", Kind.DAY, 10, organisation -> consent(organisation, consent -> day(consent.until()))),
    CONSENT_EVIDENCE("consent-evidence", Kind.LINK, 500, organisation -> consent(organisation, Consent::evidence)),
    ICO_NUMBER("ico-number", Kind.LINE, 20, organisation -> organisation
            .registration()
            .icoRegistration()),
    ICO_EXPIRY(
            "ico-expiry",
            Kind.DAY,
            10,
            organisation -> day(organisation.registration().icoExpiry())),
    REGISTERED_NUMBER("registered-number", Kind.LINE, 40, organisation -> organisation
            .registration()
            .registeredNumber()),
    EMAIL("email", Kind.EMAIL, 254, organisation -> organisation.contacts().email()),
    ADDRESS("address", Kind.LINES, 500, organisation -> organisation.contacts().address()),
    RIGHTS("rights", Kind.LINE, 300, organisation -> organisation.contacts().rightsContact()),
    COMPLAINTS("complaints", Kind.LINE, 300, organisation -> organisation
            .contacts()
            .complaintsContact()),
    BREACHES("breaches", Kind.LINE, 300, organisation -> organisation.contacts().breachContact()),
    DPO_NAME("dpo-name", Kind.LINE, 200, organisation -> organisation.officers().dpoName()),
    DPO_EMAIL("dpo-email", Kind.EMAIL, 254, organisation -> organisation
            .officers()
            .dpoEmail()),
    IAO_NAME("iao-name", Kind.LINE, 200, organisation -> organisation.officers().iaoName()),
    IAO_EMAIL("iao-email", Kind.EMAIL, 254, organisation -> organisation
            .officers()
            .iaoEmail()),
    CALDICOTT_NAME("caldicott-name", Kind.LINE, 200, organisation -> organisation
            .officers()
            .caldicottName()),
    CALDICOTT_EMAIL("caldicott-email", Kind.EMAIL, 254, organisation -> organisation
            .officers()
            .caldicottEmail()),
    CALDICOTT_NONE(
            "caldicott-none",
            Kind.TICK,
            4,
            organisation -> organisation.officers().caldicottNone() ? Kind.TICKED : ""),
    SUCCEEDED_ON(
            "succeeded-on",
            Kind.DAY,
            10,
            organisation -> day(organisation.succession().map(Succession::since).orElse(null))),
    SUCCESSOR(
            "successor",
            Kind.ORGANISATION,
            40,
            organisation -> code(organisation.succession().map(Succession::to).orElse(null))),
    ALSO_SUCCEEDED_BY(
            "also-succeeded-by",
            Kind.ORGANISATIONS,
            1000,
            organisation ->
                    codes(organisation.succession().map(Succession::besides).orElse(List.of()))),
    CALDICOTT_NONE_WHY("caldicott-none-why", Kind.LINES, 1000, organisation -> organisation
            .officers()
            .caldicottNoneWhy()),
    DELEGATION("delegation", Kind.LINES, 4000, organisation -> organisation
            .officers()
            .delegation());

    /** Without these an organisation cannot be. */
    static final Set<Fact> REQUIRED = Set.of(CODE, NAME, SECTOR);

    private final String key;
    private final Kind kind;
    private final int longest;
    // Functions without a state of their own.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Organisation, @Nullable String> value;

    Fact(String key, Kind kind, int longest, Function<Organisation, @Nullable String> value) {
        this.key = key;
        this.kind = kind;
        this.longest = longest;
        this.value = value;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public boolean required() {
        return REQUIRED.contains(this);
    }

    /** As it is typed; empty when nothing is known. */
    String of(Organisation organisation) {
        String known = value.apply(organisation);
        return known == null ? "" : known;
    }

    private static @Nullable String consent(Organisation organisation, Function<Consent, @Nullable String> said) {
        return Consent.of(organisation).map(said).orElse(null);
    }

    private static String covers(Organisation organisation, Consent.Act act) {
        return Consent.of(organisation)
                .filter(consent -> consent.covers(act))
                .map(consent -> Kind.TICKED)
                .orElse("");
    }

    private static @Nullable String code(@Nullable OrganisationCode code) {
        return code == null ? null : code.value();
    }

    private static String codes(Collection<OrganisationCode> codes) {
        return codes.stream().map(OrganisationCode::value).collect(Collectors.joining("\n"));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** How something is typed. */
    enum Kind {
        LINE,
        LINES,
        EMAIL,
        /** As {@code 2027-03-31}. */
        DAY,
        TICK,
        /** An address that begins with {@code https://}. */
        LINK,
        /** One of what the page offers. */
        CHOICE,
        SECTOR,
        /** The code of an organisation, chosen by its name. */
        ORGANISATION,
        /** Organisations chosen by their names; in a file their codes, separated by spaces, commas or lines. */
        ORGANISATIONS;

        static final String TICKED = "true";

        boolean namesOrganisations() {
            return this == ORGANISATION || this == ORGANISATIONS;
        }

        /** The codes in such a text. */
        static Stream<String> codesIn(String text) {
            return Stream.of(text.split("[\\s,;]+")).filter(code -> !code.isEmpty());
        }
    }
}
