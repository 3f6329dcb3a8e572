package gm.sharing.steps.signoff;

import static java.util.stream.Collectors.toSet;

import gm.sharing.dpia.DpiaOutcomes;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import gm.sharing.project.Partner;
import gm.sharing.project.SharingProject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who decides for each partner of a project, and which of these offices nobody holds. */
@Component
class Deciders {

    private final People people;
    private final SignOffTables tables;
    private final DpiaOutcomes assessed;

    Deciders(People people, SignOffTables tables, DpiaOutcomes assessed) {
        this.assessed = assessed;
        this.people = people;
        this.tables = tables;
    }

    /** By partner, as the table sign-off-roles says now, in the order in which the partners were named. */
    Map<OrganisationCode, SignOffTables.WhoDecides> of(SharingProject project) {
        boolean residualHigh = assessed.leavesHighRisk(project.reference());
        Set<String> held = people.held(groups(project.partners(), Role.CALDICOTT_GUARDIAN));
        Map<PartnersPosition, SignOffTables.WhoDecides> answers = new HashMap<>();
        Map<OrganisationCode, SignOffTables.WhoDecides> deciders = new LinkedHashMap<>();
        for (Partner partner : project.partners()) {
            OrganisationCode organisation = partner.organisation();
            deciders.put(
                    organisation,
                    answers.computeIfAbsent(
                            new PartnersPosition(
                                    partner.role(),
                                    project.confidentialCare(organisation),
                                    project.givesConfidentialCare(organisation),
                                    held.contains(Role.CALDICOTT_GUARDIAN.groupOf(organisation)),
                                    residualHigh),
                            tables::whoDecides));
        }
        return deciders;
    }

    /**
     * An office at a partner that somebody is needed in and that nobody holds.
     *
     * @param blocks whether the agreement would wait there until somebody holds it
     */
    record Vacancy(OrganisationCode organisation, Role office, boolean blocks) {}

    /**
     * The offices that the project will need people in and that nobody holds today, in an organisation that acts for the
     * partner neither: who reviews, who signs, the Guardian of whoever gives confidential information, and who advises the
     * lead organisation on data protection. A Guardian that a recipient does not have blocks nothing, and is still told.
     */
    List<Vacancy> vacancies(SharingProject project) {
        Set<String> held = people.held(
                groups(project.partners(), Role.IG_OFFICER, Role.SIGNATORY, Role.CALDICOTT_GUARDIAN, Role.DPO));
        List<Vacancy> vacancies = new ArrayList<>();
        of(project).forEach((partner, who) -> {
            List<Role> needed = new ArrayList<>(List.of(Role.IG_OFFICER));
            if (who.signatories() > 0) {
                needed.add(Role.SIGNATORY);
            }
            if (who.guardian()) {
                needed.add(Role.CALDICOTT_GUARDIAN);
            }
            if (partner.equals(project.leadOrganisation())) {
                needed.add(Role.DPO);
            }
            needed.stream()
                    .filter(office -> !held.contains(office.groupOf(partner)))
                    .forEach(office -> vacancies.add(new Vacancy(partner, office, true)));
            if (!who.guardian()
                    && project.confidentialCare(partner)
                    && !held.contains(Role.CALDICOTT_GUARDIAN.groupOf(partner))) {
                vacancies.add(new Vacancy(partner, Role.CALDICOTT_GUARDIAN, false));
            }
        });
        return vacancies;
    }

    private static Collection<String> groups(Collection<Partner> partners, Role... roles) {
        return partners.stream()
                .flatMap(partner -> Stream.of(roles).map(role -> role.groupOf(partner.organisation())))
                .collect(toSet());
    }
}
