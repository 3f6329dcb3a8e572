package gm.sharing.project;

import static java.util.stream.Collectors.joining;

import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who may be a partner, and what a list of partners needs. */
final class PartnerRules {

    /** The field in which partners are taken out. */
    private static final String LEAVING = "noPart";

    private final Function<OrganisationCode, Organisation> directory;

    private final Function<Organisation, Optional<String>> instead;

    /**
     * @param directory refuses a code that it does not know
     * @param instead why an organisation cannot be named any more; empty for one that can
     */
    PartnerRules(Function<OrganisationCode, Organisation> directory, Function<Organisation, Optional<String>> instead) {
        this.directory = directory;
        this.instead = instead;
    }

    /** @throws Refused with all that is wrong with it */
    void check(PartnerList list) {
        List<Complaint> complaints = new ArrayList<>();
        mustBeAbleToSign("providers", list.providers(), complaints);
        mustBeAbleToSign("recipients", without(list.providers(), list.recipients()), complaints);
        mustBeAbleToSign(
                "processors", without(list.providers(), without(list.recipients(), list.processors())), complaints);
        lacking(list.partners(), "recipients", "processors").ifPresent(complaints::add);
        if (list.jointControllers()) {
            mayDecideTogether(list).ifPresent(complaints::add);
        }
        if (!complaints.isEmpty()) {
            throw new Refused(complaints);
        }
    }

    private Optional<Complaint> mayDecideTogether(PartnerList list) {
        if (new HashSet<>(list.joint()).size() < 2) {
            return Optional.of(Complaint.of(
                    "decideTogether",
                    "joint controllers are at least two organisations that are not processors. Name those that"
                            + " decide together, or answer that no controllers do."));
        }
        List<OrganisationCode> cannot = list.joint().stream()
                .filter(organisation -> !list.organisations().contains(organisation)
                        || list.processors().contains(organisation))
                .toList();
        return cannot.isEmpty()
                ? Optional.empty()
                : Optional.of(Complaint.of(
                        "decideTogether",
                        "%s cannot be a joint controller: only a provider or recipient that is not a processor can."
                                .formatted(cannot.stream().map(this::nameOf).collect(joining(", ")))));
    }

    /** Whoever remains must still be able to share. */
    static void mustBeEnough(List<Partner> remaining) {
        lacking(remaining, LEAVING, LEAVING).ifPresent(complaint -> {
            throw complaint.refusal();
        });
    }

    /**
     * @param few the key of the field in which others could be named
     * @param processors the key of the field that leaves no controller
     */
    private static Optional<Complaint> lacking(List<Partner> partners, String few, String processors) {
        if (partners.size() < 2) {
            return Optional.of(Complaint.of(few, "sharing needs at least two organisations."));
        }
        return controllers(partners) > 0
                ? Optional.empty()
                : Optional.of(Complaint.of(
                        processors, "every partner is named as a processor. At least one must be a controller."));
    }

    private void mustBeAbleToSign(String field, List<OrganisationCode> named, List<Complaint> complaints) {
        List<Organisation> organisations = named.stream().map(directory).toList();
        organisations.stream()
                .flatMap(one -> instead.apply(one).stream())
                .forEach(refusal -> complaints.add(Complaint.of(field, refusal)));
        organisations.stream()
                .filter(one -> !one.isLegalEntity())
                .forEach(partnership -> complaints.add(Complaint.of(
                        field,
                        "%s is a partnership and cannot sign an agreement. Choose its members instead: %s."
                                .formatted(
                                        partnership.name(),
                                        partnership.members().stream()
                                                .map(this::nameOf)
                                                .collect(joining(", "))))));
    }

    private static List<OrganisationCode> without(List<OrganisationCode> some, List<OrganisationCode> all) {
        return all.stream().filter(code -> !some.contains(code)).toList();
    }

    private static long controllers(List<Partner> partners) {
        return partners.stream()
                .filter(partner -> partner.role() != PartyRole.PROCESSOR)
                .count();
    }

    private String nameOf(OrganisationCode code) {
        return directory.apply(code).name();
    }
}
