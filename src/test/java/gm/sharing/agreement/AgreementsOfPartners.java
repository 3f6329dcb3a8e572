package gm.sharing.agreement;

import static gm.sharing.agreement.AgreementScenario.MANCHESTER;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;

import gm.sharing.audit.AuditTrail;
import gm.sharing.project.FlowList;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.Projects;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Agreements on a real database whose clock stands still. */
abstract class AgreementsOfPartners {

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Agreements agreements;

    @Autowired
    Projects projects;

    @Autowired
    AuditTrail trail;

    @BeforeEach
    void stopTheClock() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-06-01T09:00:00Z")));
    }

    @AfterEach
    void letTheClockRun() {
        ClockUtil.reset();
    }

    static FlowList flows() {
        return ProjectFixture.flows(ProjectFixture.flow(MANCHESTER, BURY, WIGAN));
    }
}
