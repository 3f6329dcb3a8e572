package gm.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.RoundTrips;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Greater Manchester's organisations and people in one go. Nothing of it stays: other tests share the application. */
@Tag("one-database")
@DemoApplication
class ImportAtScaleIntegrationTests {

    private static final int ORGANISATIONS = 500;
    private static final int PEOPLE = 1_500;

    @Autowired
    Imports imports;

    @Autowired
    OrganisationAccounts accounts;

    @Autowired
    EntityManager entities;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void takesFiveHundredOrganisationsAndFifteenHundredPeopleInUnderTwoMinutes() {
        var organisations = "code,name,sector,email,address,acted-for-by\n"
                + IntStream.range(0, ORGANISATIONS)
                        .mapToObj(number ->
                                "scale%1$d,Scale Surgery %1$d,GP_PRACTICE,s%1$d@scale.example,\"%1$d Quay\nSalford\",%2$s"
                                        .formatted(number, number % 5 == 1 ? "scale0" : ""))
                        .collect(Collectors.joining("\n"));
        var people = "name,email,organisation,roles\n"
                + IntStream.range(0, PEOPLE)
                        .mapToObj(number -> "Person %1$d,p%1$d.scale@scale.example,scale%2$d,\"ig,%3$s\""
                                .formatted(number, number % ORGANISATIONS, number % 3 == 0 ? "signatory" : "dpo"))
                        .collect(Collectors.joining("\n"));
        List<String> said = new ArrayList<>();
        var begunCheck = Instant.now();
        var checked = imports.check(
                new Imports.Kept("none", ImportKind.ORGANISATIONS, "scale.csv", organisations),
                ChangedOrganisations.ADMINISTRATOR);
        said.add("check of the organisations: %d ms"
                .formatted(Duration.between(begunCheck, Instant.now()).toMillis()));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            var begun = Instant.now();
            said.addAll(imported(ImportKind.ORGANISATIONS, organisations, ORGANISATIONS, checked.digest()));
            said.addAll(imported(
                    ImportKind.PEOPLE,
                    people,
                    PEOPLE,
                    imports.check(
                                    new Imports.Kept("none", ImportKind.PEOPLE, "scale.csv", people),
                                    ChangedOrganisations.ADMINISTRATOR)
                            .digest()));
            assertThat(accounts.of(new OrganisationCode("scale7"))).hasSize(3);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMinutes(2));
        });
        said.forEach(System.out::println);
    }

    private List<String> imported(ImportKind kind, String file, int lines, String digest) {
        var id = imports.take(
                kind, "scale.csv", file.getBytes(StandardCharsets.UTF_8), ChangedOrganisations.ADMINISTRATOR);
        var kept = imports.find(kind, id, ChangedOrganisations.ADMINISTRATOR).orElseThrow();
        var begun = Instant.now();
        var ways = RoundTrips.of(() -> {
            var done = imports.apply(kept, digest, kind == ImportKind.PEOPLE, ChangedOrganisations.ADMINISTRATOR);
            entities.flush();
            assertThat(done.count(ImportLine.Outcome.ADD)).isEqualTo(lines);
        });
        var took = Duration.between(begun, Instant.now());
        entities.clear();
        assertThat(ways.size()).as("round trips").isLessThan(40 * lines);
        return List.of("%d %s: %d ms, %d round trips".formatted(lines, kind.key(), took.toMillis(), ways.size()));
    }
}
