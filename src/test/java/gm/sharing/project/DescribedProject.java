package gm.sharing.project;

import static gm.sharing.Changed.changed;
import static gm.sharing.project.ProjectFixture.BOLTON;

import gm.sharing.code.ShippedCodes;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project led by Bolton, with a directory beside it, for tests of the rules. */
final class DescribedProject {

    static final OrganisationCode POLICE = new OrganisationCode("gmp");
    static final OrganisationCode TRUST = new OrganisationCode("mft");
    static final OrganisationCode FIRE = new OrganisationCode("gmfrs");
    static final OrganisationCode AUTHORITY = new OrganisationCode("gmca");

    static final OrganisationCode PROBATION = new OrganisationCode("probation");
    static final OrganisationCode CHARITY = new OrganisationCode("victims");
    static final OrganisationCode HOUSING = new OrganisationCode("homes");

    private static final Map<OrganisationCode, Organisation> DIRECTORY = Map.of(
            POLICE, Organisation.legalEntity(POLICE, "Greater Manchester Police", Sector.POLICE),
            PROBATION, Organisation.legalEntity(PROBATION, "Probation Service", Sector.PROBATION),
            CHARITY, Organisation.legalEntity(CHARITY, "Victim Support", Sector.VCFSE),
            HOUSING, Organisation.legalEntity(HOUSING, "Bolton at Home", Sector.HOUSING),
            TRUST, Organisation.legalEntity(TRUST, "Manchester University NHS Foundation Trust", Sector.NHS_TRUST),
            AUTHORITY,
                    Organisation.legalEntity(
                            AUTHORITY, "Greater Manchester Combined Authority", Sector.COMBINED_AUTHORITY),
            FIRE,
                    Organisation.partnership(
                            FIRE, "Greater Manchester Fire and Rescue Service", Sector.FIRE, List.of(AUTHORITY)));

    private final SharingProject project = new SharingProject(
            new ProjectReference("SJ-2026-0001"),
            ProjectFixture.proposal("Plans that move"),
            ProjectFixture.leadOf(BOLTON),
            BOLTON,
            Instant.EPOCH);

    /** Everybody else in the directory is a council. */
    static Organisation organisation(OrganisationCode code) {
        return DIRECTORY.getOrDefault(
                code,
                Organisation.legalEntity(
                        code,
                        Character.toUpperCase(code.value().charAt(0))
                                + code.value().substring(1) + " Council",
                        Sector.COUNCIL));
    }

    SharingProject project() {
        return project;
    }

    DescribedProject with(DataItem... items) {
        Needs needs = ProjectFixture.needs();
        project.describeNeeds(changed(needs, "dataItems", List.of(items)));
        return this;
    }

    DescribedProject between(OrganisationCode... partners) {
        List<OrganisationCode> all = Arrays.asList(partners);
        return name(new PartnerList(all, all, List.of(), false, null, "By a new version."));
    }

    DescribedProject name(PartnerList list) {
        project.namePartners(list, new PartnerRules(DescribedProject::organisation, one -> Optional.empty()));
        return this;
    }

    DescribedProject flows(Flow... flows) {
        return flows(List.of(), flows);
    }

    DescribedProject flows(List<OrganisationCode> noPart, Flow... flows) {
        project.describeFlows(new FlowList(List.of(flows), noPart), rules(), ProjectFixture.today());
        return this;
    }

    boolean leaveOut(OrganisationCode organisation) {
        return !project.leaveOut(List.of(organisation), rules()).isEmpty();
    }

    DescribedProject arranged() {
        project.agreeArrangements(ProjectFixture.arrangements(), ProjectFixture.today());
        return this;
    }

    DescribedProject moved(ProjectStatus... through) {
        for (ProjectStatus status : through) {
            project.become(status, "moved");
        }
        return this;
    }

    List<OrganisationCode> partners() {
        return new ArrayList<>(
                project.partners().stream().map(Partner::organisation).toList());
    }

    private static FlowRules rules() {
        return new FlowRules(DescribedProject::organisation, new Law(ShippedCodes.all()));
    }
}
