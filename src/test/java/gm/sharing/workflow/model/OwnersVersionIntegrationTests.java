package gm.sharing.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.StartFindings;
import gm.sharing.Visitor;
import gm.sharing.workflow.Inspections;
import gm.sharing.workflow.Restarts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is in force after sequences of deployments, restarts, upgrades and a downgrade. All go through the same starts of the
 * application on one database, each with a form of its own: release 1, an upgrade to release 2, a restart, a downgrade.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnersVersionIntegrationTests {

    private static final List<String> FORMS = List.of(
            "untouched",
            "changed",
            "unchanged",
            "renamed",
            "twice",
            "back",
            "believed",
            "unsaid",
            "forced",
            "again",
            "early",
            "deleted",
            "attached",
            "windows",
            "older",
            "downgraded");

    private final Restarts restarts = new Restarts();

    private Path folder;
    private ConfigurableApplicationContext node;
    private Map<String, String> afterUpgrade;
    private Map<String, String> afterRestart;
    private Map<String, String> afterDowngrade;
    private List<String> skippedAtUpgrade;
    private List<String> toldOfSkipped;

    @BeforeAll
    void goThroughTheStarts(@TempDir Path releases) {
        folder = releases;
        node = restarts.start(release("1"), "--spring.profiles.active=demo");
        deploy("Mine", "changed", "owner's");
        deploy("Mine", "unchanged", "release 1");
        deploy("Under another name", "renamed", "release 1");
        deploy("Mine", "twice", "12 days");
        deploy("Mine", "twice", "13 days");
        deploy("Mine", "twice", "12 days");
        deploy("Mine", "back", "owner's");
        deploy("Mine", "back", "release 1");
        deployFrom("packaged", "believed", "owner's");
        deployFrom(null, "unsaid", "owner's");
        for (String form : List.of("forced", "again", "downgraded")) {
            deploy("Mine", form, "owner's");
        }
        assertThat(owner().deploy(
                                "Mine with attachments",
                                Map.of(
                                        "seq-changed.form",
                                        form("changed", "owner's"),
                                        "seq-attached.form",
                                        form("attached", "release 1")))
                        .statusCode())
                .isEqualTo(200);
        deploy("Mine", "windows", "release 1", "\r\n");
        delete("deleted");

        node = restarts.start(
                release("2"),
                "--spring.profiles.active=demo",
                "--sharing.models.force=seq-forced,seq-again,seq-early,seq-unknown");
        afterUpgrade = inForce();
        skippedAtUpgrade = node.getBean(SkippedModels.class).all().stream()
                .map(SkippedModels.Skipped::key)
                .toList();
        node.getBean(Inspections.class).inspect();
        toldOfSkipped = node.getBean(JdbcClient.class)
                .sql("select recipient from notice where subject = 'Fault: seq-changed.form' order by recipient")
                .query(String.class)
                .list();
        deploy("Mine", "again", "owner's later");
        deploy("Mine", "early", "owner's later");
        deploy("Mine", "older", "release 1");

        node = restarts.start(
                release("2"),
                "--spring.profiles.active=demo",
                "--sharing.models.force=seq-forced,seq-again,seq-early,seq-unknown");
        afterRestart = inForce();

        node = restarts.start(release("1"), "--spring.profiles.active=demo");
        afterDowngrade = inForce();
    }

    @AfterAll
    void end() {
        restarts.close();
    }

    @Test
    void upgradesWhatNobodyDeployed() {
        assertThat(afterUpgrade).containsEntry("untouched", "release 2");
    }

    @Test
    void keepsWhatAnOwnerChangedOverAnUpgrade() {
        assertThat(afterUpgrade).containsEntry("changed", "owner's");
    }

    @Test
    void keepsWhatAnOwnerChangedOverARestart() {
        assertThat(afterRestart).containsEntry("changed", "owner's");
    }

    @Test
    void upgradesWhatAnOwnerDeployedUnchanged() {
        assertThat(afterUpgrade).containsEntry("unchanged", "release 2");
    }

    @Test
    void upgradesWhatAnOwnerDeployedUnchangedUnderAnotherName() {
        assertThat(afterUpgrade).containsEntry("renamed", "release 2");
    }

    @Test
    void keepsTheLastOfSeveralChanges() {
        assertThat(afterUpgrade).containsEntry("twice", "12 days");
    }

    @Test
    void upgradesWhatAnOwnerChangedAndPutBack() {
        assertThat(afterUpgrade).containsEntry("back", "release 2");
    }

    @Test
    void keepsAChangeThatCallsItselfPackaged() {
        assertThat(afterUpgrade).containsEntry("believed", "owner's");
        assertThat(afterRestart).containsEntry("believed", "owner's");
    }

    @Test
    void keepsAChangeThatDoesNotSayWhereItComesFrom() {
        assertThat(afterUpgrade).containsEntry("unsaid", "owner's");
    }

    @Test
    void putsThePackagedOneInForceWhenItIsForced() {
        assertThat(afterUpgrade).containsEntry("forced", "release 2").containsEntry("again", "release 2");
    }

    @Test
    void keepsAChangeAfterTheForceThatIsStillConfigured() {
        assertThat(afterRestart).containsEntry("again", "owner's later");
    }

    @Test
    void keepsAChangeAfterAForceThatHadNothingToReplace() {
        assertThat(afterUpgrade).containsEntry("early", "release 2");
        assertThat(afterRestart).containsEntry("early", "owner's later");
    }

    @Test
    void bringsBackWhatWasDeleted() {
        assertThat(afterUpgrade).containsEntry("deleted", "release 2");
    }

    @Test
    void upgradesAnAttachmentThatIsAsItWasShipped() {
        assertThat(afterUpgrade).containsEntry("attached", "release 2");
    }

    @Test
    void takesOtherEndsOfLinesForNoChange() {
        assertThat(afterUpgrade).containsEntry("windows", "release 2");
    }

    @Test
    void upgradesAnOlderReleasesContentThatAnOwnerPutInForce() {
        assertThat(afterRestart).containsEntry("older", "release 2");
    }

    @Test
    void downgradesWhatNobodyChangedAndNothingElse() {
        assertThat(afterDowngrade)
                .containsEntry("untouched", "release 1")
                .containsEntry("unchanged", "release 1")
                .containsEntry("changed", "owner's")
                .containsEntry("downgraded", "owner's");
    }

    @Test
    void saysWhichPackagedVersionsAreNotInForceAndTellsThoseConcernedOnce() {
        assertThat(skippedAtUpgrade)
                .containsExactlyInAnyOrder("seq-changed", "seq-twice", "seq-believed", "seq-unsaid", "seq-downgraded");
        assertThat(toldOfSkipped).containsExactly("admin", "owner");
    }

    @Test
    void warnsOfAKeyToForceThatNoFileHas() {
        assertThat(node.getBean(StartFindings.class).all()).isEmpty();
        assertThat(node.getBean(JdbcClient.class)
                        .sql(
                                "select count(*) from fault where kind = 'START' and place = 'sharing.models.force=seq-unknown'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsWhoDeployedWhat() {
        assertThat(node.getBean(JdbcClient.class)
                        .sql(
                                "select who, source, name, shipped from deployed_file where file = 'seq-believed.form' order by id")
                        .query((row, number) -> "%s %s %s %s"
                                .formatted(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                        .list())
                .containsExactly("system packaged seq-believed.form true", "owner packaged Mine false");
        assertThat(node.getBean(JdbcClient.class)
                        .sql("select what from security_event where type = 'model.deployed' and who = 'owner'")
                        .query(String.class)
                        .list())
                .anyMatch(what -> what.contains("seq-believed.form (SHA-256 ") && what.contains("from “packaged”"));
    }

    /** The packaged files of a release: those of this one and the forms of the sequences. */
    private BeanPostProcessor release(String number) {
        Path forms = folder.resolve(number).resolve("forms");
        try {
            Files.createDirectories(forms);
            for (String name : FORMS) {
                Files.writeString(forms.resolve("seq-" + name + ".form"), form(name, "release " + number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            var files = new PackagedFiles(new PathMatchingResourcePatternResolver(new URLClassLoader(
                    new URL[] {folder.resolve(number).toUri().toURL()},
                    Thread.currentThread().getContextClassLoader())));
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof PackagedFiles ? files : bean;
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String form(String name, String words) {
        return """
                {
                  "id": "seq-%s",
                  "type": "default",
                  "schemaVersion": 16,
                  "executionPlatform": "Camunda Platform",
                  "executionPlatformVersion": "7.24.0",
                  "components": [{"id": "Text_1", "type": "text", "text": "%s"}]
                }
                """
                .formatted(name, words);
    }

    private Visitor owner() {
        return Visitor.program(node.getEnvironment().getRequiredProperty("local.server.port", Integer.class), "owner");
    }

    private void deploy(String deployment, String name, String words) {
        deploy(deployment, name, words, "\n");
    }

    private void deploy(String deployment, String name, String words, String endOfLine) {
        var answer = owner().deploy(
                        deployment,
                        Map.of("seq-" + name + ".form", form(name, words).replace("\n", endOfLine)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** As the engine's API lets a program say. */
    private void deployFrom(String source, String name, String words) {
        var identity = node.getBean(IdentityService.class);
        identity.setAuthentication("owner", List.of("process-owners"));
        try {
            node.getBean(RepositoryService.class)
                    .createDeployment()
                    .name("Mine")
                    .source(source)
                    .addString("seq-" + name + ".form", form(name, words))
                    .deploy();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void delete(String name) {
        node.getBean(JdbcClient.class)
                .sql("select deployment_id_ from act_re_camformdef where key_ = ?")
                .param("seq-" + name)
                .query(String.class)
                .list()
                .forEach(deployment -> node.getBean(RepositoryService.class).deleteDeployment(deployment, true));
    }

    /** By form, whose words it shows. */
    private Map<String, String> inForce() {
        return FORMS.stream().collect(Collectors.toMap(name -> name, this::words));
    }

    private String words(String name) {
        byte[] content = node.getBean(JdbcClient.class)
                .sql(
                        """
                        select b.bytes_ from act_re_camformdef f join act_ge_bytearray b
                          on b.deployment_id_ = f.deployment_id_ and b.name_ = f.resource_name_
                        where f.key_ = ? order by f.version_ desc fetch first 1 rows only""")
                .param("seq-" + name)
                .query((row, number) -> row.getBytes(1))
                .single();
        String form = new String(content, StandardCharsets.UTF_8);
        return form.replaceAll("(?s).*\"text\": \"([^\"]*)\".*", "$1");
    }
}
