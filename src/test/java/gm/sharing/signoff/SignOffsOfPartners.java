package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.asking;
import static gm.sharing.signoff.SignOffFixture.person;
import static gm.sharing.signoff.SignOffFixture.review;
import static gm.sharing.signoff.SignOffFixture.signature;

import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Sector;
import gm.sharing.project.Flow;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Rounds of sign-off of two partners on a real database. */
abstract class SignOffsOfPartners {

    static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");

    static final Instant DUE = Instant.parse("2026-06-22T16:00:00Z");

    static final String DIGEST = "0123456789abcdef".repeat(4);

    static final OrganisationCode LEADING = new OrganisationCode("signofflead");

    static final OrganisationCode FIRST = partner(1);

    static final OrganisationCode SECOND = partner(2);

    @Autowired
    SignOffs signOffs;

    @Autowired
    Rounds rounds;

    @Autowired
    Decisions decisions;

    @Autowired
    RoundOpening opening;

    @Autowired
    Projects projects;

    @Autowired
    Directory directory;

    @Autowired
    AuditTrail events;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void stopTheClock() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
    }

    @AfterEach
    void letTheClockRun() {
        ClockUtil.reset();
    }

    Callable<Void> decision(ProjectReference project, int round, OrganisationCode partner) {
        return () -> {
            decide(project, round, partner, Decision.SIGN);
            return null;
        };
    }

    void decide(ProjectReference project, int round, OrganisationCode partner, Decision decision) {
        var id = new SignOffId(project, round, partner);
        decisions.review(id, review(Decision.SIGN), officer(partner), Role.IG_OFFICER);
        decisions.sign(id, signature(decision), signatory(partner));
    }

    int open(ProjectReference project, String version, OrganisationCode... partners) {
        return opening.open(project, version, DIGEST, partner -> DUE, asking(partners));
    }

    static Person officer(OrganisationCode partner) {
        return person("ig", partner);
    }

    static Person signatory(OrganisationCode partner) {
        return person("signatory", partner);
    }

    static OrganisationCode partner(int number) {
        return new OrganisationCode("signoffpartner" + number);
    }

    /** A project of the leading organisation that goes to each of the partners in a flow of its own. */
    ProjectReference sharedBetween(OrganisationCode... partners) {
        var lead = ProjectFixture.leadOf(LEADING);
        ensure(LEADING, "Leading organisation");
        List<Flow> flows = new ArrayList<>();
        for (var partner : partners) {
            ensure(partner, "Partner " + partner.value().substring("signoffpartner".length()));
            flows.add(ProjectFixture.flow(LEADING, partner));
        }
        var project = projects.propose(ProjectFixture.proposal("Plans of protection"), lead);
        projects.describeNeeds(project, ProjectFixture.needs(), lead);
        projects.namePartners(project, ProjectFixture.partners(LEADING, partners), lead);
        projects.describeFlows(project, ProjectFixture.flows(flows.toArray(Flow[]::new)), lead);
        return project;
    }

    void ensure(OrganisationCode code, String name) {
        if (directory.find(code).isEmpty()) {
            directory.add(Organisation.legalEntity(code, name, Sector.COUNCIL));
        }
    }

    static void inAnotherThread(Runnable work) {
        var thread = Executors.newSingleThreadExecutor();
        try {
            thread.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.shutdown();
        }
    }
}
