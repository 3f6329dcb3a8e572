package gm.sharing.agreement;

import static gm.sharing.agreement.AgreementScenario.MANCHESTER;
import static gm.sharing.document.DocumentFixture.text;
import static gm.sharing.document.DocumentFixture.textNodes;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.PagesApplication;
import gm.sharing.document.CanonicalContent;
import gm.sharing.document.Digest;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Versions that another release drafted are published by this one with the words that were signed. */
@PagesApplication
class SignedWordsIntegrationTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Agreements agreements;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void stopTheClock() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-06-01T09:00:00Z")));
    }

    @AfterEach
    void letTheClockRun() {
        ClockUtil.reset();
    }

    @Test
    void areShownAfterARunningSignOffGoesOnInAReleaseOfOtherWords() throws Exception {
        var project = scenario.drafted("Words of another release");
        var drafted =
                MarkedWords.in(new CanonicalContent(agreements.latest(project).canonicalJson()));
        store(project, drafted);
        var frame = Objects.requireNonNull(agreements.latest(project).content().frame());

        publish(project);

        var version = agreements.find(project).orElseThrow().version();
        assertThat(version.digest()).isEqualTo(drafted.digest());
        assertThat(agreements.html(version))
                .contains("§drafted §on §1 §June §2026", "§Annex §A §describes §each §flow", "§Annex §B §summarises")
                .contains(
                        frame.headings().summary(),
                        frame.kind(),
                        frame.flowsInFull(),
                        frame.signatures().title())
                .contains(">Signed and published, in force from", drafted.digest())
                .doesNotContain(">Contents<", ">Annex A:", " drafted on 1 June 2026", "§Nobody §has §signed");
        assertThat(text(agreements.pdf(version))).contains("§drafted §on §1 §June §2026", "Officer signatory");
        recognised(project, version);
    }

    @Test
    void areThoseOfTheirContentWhereAReleaseOfBeforeDigestedNoOthers() throws Exception {
        var project = scenario.drafted("Words without a frame");
        var before = (ObjectNode) JSON.readTree(agreements.latest(project).canonicalJson());
        before.remove(List.of("frame", "law"));
        var drafted = new CanonicalContent(JSON.writeValueAsString(before));
        store(project, drafted);

        publish(project);

        var version = agreements.find(project).orElseThrow().version();
        assertThat(version.canonicalJson()).isEqualTo(drafted.json());
        assertThat(version.digest()).isEqualTo(drafted.digest());
        assertThat(textNodes(agreements.html(version)))
                .contains("1.0, drafted on 1 June 2026", "Annex A: Flows of information in full", drafted.digest());
        recognised(project, version);
    }

    private void store(ProjectReference project, CanonicalContent content) {
        jdbc.update(
                "update agreement_version set content = ?, digest = ? where reference = ?",
                content.json(),
                content.digest(),
                project.value());
    }

    private void publish(ProjectReference project) {
        scenario.open(project);
        List.of(MANCHESTER, BURY, WIGAN).forEach(party -> scenario.sign(project, party, Decision.SIGN));
        agreements.publish(project);
    }

    private void recognised(ProjectReference project, AgreementVersion version) {
        var digests = List.of(
                new Digest(version.digest()),
                Digest.of(version.canonicalJson().getBytes(StandardCharsets.UTF_8)),
                Digest.of(agreements.pdf(version)));
        assertThat(digests).allSatisfy(digest -> assertThat(agreements.find(digest))
                .map(Agreement::reference)
                .contains(project));
    }
}
