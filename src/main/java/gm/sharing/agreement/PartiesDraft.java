package gm.sharing.agreement;

import gm.sharing.Dates;
import gm.sharing.document.Block;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.organisation.Consent;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Partner;
import gm.sharing.project.PartnerList;
import gm.sharing.project.PartyRole;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what an agreement says of its parties: who they are, how to reach them and how they act together.
 *
 * @param today decides how far each party's security is assured
 */
record PartiesDraft(
        SharingProject project,
        Map<OrganisationCode, Organisation> organisations,
        AssuranceSchemes schemes,
        LocalDate today) {

    private static final Words PARTIES = Words.in("agreement/parties");
    private static final Words CLAUSES = Words.in("agreement/clauses");

    List<Section> parties() {
        return partners(this::party);
    }

    private Section party(Partner partner) {
        Organisation organisation = organisation(partner.organisation());
        return about(
                partner,
                "partner",
                new FactList(PARTIES)
                        .add("sector", organisation.sector().label())
                        .add("role", partner.role().label())
                        .add("part-in-the-sharing", partner.part().label()));
    }

    List<Section> contacts() {
        return partners(this::contact);
    }

    private Section contact(Partner partner) {
        Organisation organisation = organisation(partner.organisation());
        return about(
                partner,
                "partner-details",
                new FactList(PARTIES)
                        .add("legal-name", organisation.legalName())
                        .add("assurance", schemes.inWords(organisation, today))
                        .add(
                                "ico-registration",
                                orNotKnown(organisation.registration().icoRegistration()))
                        .add(
                                "data-protection-officer",
                                orNotKnown(organisation.officers().dpoEmail()))
                        .add(
                                "information-governance",
                                orNotKnown(organisation.contacts().email()))
                        .add("address", organisation.contacts().address())
                        .add("rights-contact", organisation.contacts().rightsContact())
                        .add("complaints-contact", organisation.contacts().complaintsContact())
                        .add("breach-contact", organisation.contacts().breachContact()));
    }

    private Section about(Partner partner, String key, FactList facts) {
        return new Section(
                key,
                partner.organisation().value(),
                name(partner.organisation()),
                List.of(facts.block()),
                new TreeSet<>(Set.of(partner.organisation())));
    }

    private static String orNotKnown(@Nullable String value) {
        return value == null ? PARTIES.text("not-known") : value;
    }

    List<Section> together() {
        return Stream.of(
                        HeadedSection.prose("lead", leads()),
                        acting(),
                        HeadedSection.prose("controllers", controllers()),
                        HeadedSection.prose("sign-off-rule", signOffRule()),
                        HeadedSection.prose("other-organisations", named(PartnerList::otherOrganisations)),
                        HeadedSection.prose("joining-and-leaving", named(PartnerList::joiningAndLeaving)))
                .flatMap(List::stream)
                .toList();
    }

    private @Nullable String named(Function<PartnerList, @Nullable String> what) {
        return project.partnerList().map(what).orElse(null);
    }

    private String leads() {
        OrganisationCode partnership = project.onBehalfOf();
        String leads = CLAUSES.text("leads", Map.of("leader", leader()));
        return partnership == null
                ? leads
                : leads + " " + CLAUSES.text("partnership", Map.of("partnership", name(partnership)));
    }

    /** Goes by the key of the contacts: whoever acts for a party changes nobody's rights or duties. */
    private List<Section> acting() {
        Map<OrganisationCode, OrganisationCode> acting = new TreeMap<>();
        partners(Partner::organisation).forEach(party -> {
            Organisation one = organisation(party);
            OrganisationCode other = one.actedForBy();
            if (other != null
                    && (one.succession().isPresent() || Consent.of(one).isPresent())) {
                acting.put(party, other);
            }
        });
        String sentences = acting.entrySet().stream()
                .map(one -> actsFor(organisation(one.getKey()), name(one.getValue())))
                .collect(Collectors.joining("\n"));
        return acting.isEmpty()
                ? List.of()
                : List.of(new Section(
                        "partner-details",
                        "acting",
                        HeadedSection.of("acting"),
                        List.of(new Block.Prose(sentences)),
                        new TreeSet<>(acting.keySet())));
    }

    private static String actsFor(Organisation party, String acting) {
        Map<String, Object> names = new HashMap<>(Map.of("acting", acting, "party", party.name()));
        return party.succession()
                .map(succession -> {
                    names.put("since", Dates.day(succession.since()));
                    return CLAUSES.text("succeeds", names);
                })
                .orElseGet(() -> Consent.of(party)
                        .filter(consent -> !consent.isOfBefore())
                        .map(consent -> {
                            names.put("consent", consent.words());
                            return CLAUSES.text("acts-for-by-consent", names);
                        })
                        .orElseGet(() -> CLAUSES.text("acts-for", names)));
    }

    private String controllers() {
        return Stream.of(
                        inRole(PartyRole.JOINT_CONTROLLER, "joint-controllers", "joint-controllers"),
                        inRole(PartyRole.CONTROLLER, "one-controller", "controllers"),
                        inRole(PartyRole.PROCESSOR, "one-processor", "processors"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n\n"));
    }

    private Optional<String> inRole(PartyRole role, String one, String many) {
        List<String> parties = project.partners().stream()
                .filter(partner -> partner.role() == role)
                .map(partner -> name(partner.organisation()))
                .toList();
        return parties.isEmpty()
                ? Optional.empty()
                : Optional.of(CLAUSES.text(parties.size() == 1 ? one : many, Map.of("parties", Wording.and(parties))));
    }

    /** The organisation that leads, and the partnership for which it does. */
    String leader() {
        OrganisationCode partnership = project.onBehalfOf();
        return partnership == null
                ? name(project.leadOrganisation())
                : CLAUSES.text(
                        "on-behalf-of",
                        Map.of("lead", name(project.leadOrganisation()), "partnership", name(partnership)));
    }

    /** All of them by name. */
    List<String> names() {
        return partners(partner -> name(partner.organisation()));
    }

    String signOffRule() {
        return project.signOffRuleNow().words(this::name);
    }

    boolean isProcessor(OrganisationCode organisation) {
        return project.partner(organisation)
                .filter(partner -> partner.role() == PartyRole.PROCESSOR)
                .isPresent();
    }

    String name(OrganisationCode code) {
        return organisation(code).name();
    }

    private Organisation organisation(OrganisationCode code) {
        return Objects.requireNonNull(organisations.get(code), () -> code + " is not in the directory");
    }

    private <T> List<T> partners(Function<Partner, T> written) {
        return project.partners().stream().map(written).toList();
    }
}
