package gm.sharing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.StartFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.autoconfigure.orm.jpa.TestEntityManager;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The directory on a database, filled from the shipped files. */
@DataJpaTest(properties = "sharing.organisations.invented-values=classpath:organisations-demo.yaml")
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({Directory.class, DirectoryLoader.class, StartFindings.class})
class DirectoryIntegrationTests {

    private static final OrganisationCode SALFORD = new OrganisationCode("salford");
    private static final OrganisationCode NHSGM = new OrganisationCode("nhsgm");

    @Autowired
    Directory directory;

    @Autowired
    TestEntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    @Test
    void isFilledAtTheStart() {
        assertThat(directory.all())
                .hasSizeGreaterThan(90)
                .extracting(Organisation::name)
                .isSorted();
        assertThat(directory.nameOf(SALFORD)).isEqualTo("Salford City Council");
        assertThat(directory.get(SALFORD).isDemo()).isTrue();
        assertThat(directory.get(SALFORD).particulars().assurances().get("dspt"))
                .extracting(Assurance::result)
                .isEqualTo("dspt-standards-exceeded");
        assertThat(directory.get(new OrganisationCode("mft")).isDemo()).isFalse();
    }

    @Test
    void knowsWhoSignsForWhom() {
        assertThat(directory.get(new OrganisationCode("salfordsafeguarding")).members())
                .containsExactly(new OrganisationCode("gmp"), NHSGM, SALFORD);
        assertThat(directory.partnershipsOf(SALFORD))
                .extracting(Organisation::name)
                .containsExactly(
                        "Greater Manchester Integrated Care Partnership", "Salford Safeguarding Children Partnership");
    }

    @Test
    void refusesAnUnknownCode() {
        assertThat(directory.find(new OrganisationCode("atlantis"))).isEmpty();
        assertThatThrownBy(() -> directory.get(new OrganisationCode("atlantis")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no organisation with the code \"atlantis\"");
    }

    @Test
    void refusesACodeOrANameThatIsTaken() {
        assertThatThrownBy(() -> directory.add(Organisation.legalEntity(SALFORD, "Another Salford", Sector.OTHER)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("\"salford\" is taken");
        assertThatThrownBy(() -> directory.add(Organisation.legalEntity(
                        new OrganisationCode("salford2"), "Salford City Council", Sector.OTHER)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("\"Salford City Council\" already");
    }

    @Test
    void refusesAPartnershipThatNobodyCanSignFor() {
        var code = new OrganisationCode("example");

        assertThatThrownBy(() -> Organisation.partnership(code, "Example", Sector.OTHER, List.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("needs members who sign for it");
        assertThatThrownBy(() -> directory.add(Organisation.partnership(
                        code, "Example", Sector.OTHER, List.of(new OrganisationCode("gmcancer")))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Greater Manchester Cancer Alliance cannot sign for Example");
    }

    @Test
    void refusesAnOrganisationThatCannotActForAnother() {
        var code = new OrganisationCode("example");
        var example = Organisation.legalEntity(code, "Example", Sector.VCFSE);

        assertThatThrownBy(() -> example.actedForBy(code)).hasMessageContaining("acts for itself");
        assertThatThrownBy(() -> directory.add(example.actedForBy(new OrganisationCode("gmcancer"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Greater Manchester Cancer Alliance cannot act for Example");
        assertThatThrownBy(() -> directory.add(Organisation.partnership(code, "Example", Sector.OTHER, List.of(SALFORD))
                        .actedForBy(SALFORD)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("its members act for it, and nobody else");
        directory.add(Organisation.legalEntity(new OrganisationCode("example2"), "Example 2", Sector.VCFSE)
                .actedForBy(SALFORD));
        assertThatThrownBy(() -> directory.add(example.actedForBy(new OrganisationCode("example2"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Example 2 cannot act for Example");
    }

    @Test
    void keepsWhatWasChangedWhenItIsFilledAgain() {
        jdbc.sql("update organisation set name = 'Salford', email = 'ig@salford.example' where code = 'salford'")
                .update();
        entities.clear();
        int before = directory.all().size();

        loader("classpath:organisations.yaml").afterSingletonsInstantiated();

        assertThat(directory.all()).hasSize(before);
        assertThat(directory.nameOf(SALFORD)).isEqualTo("Salford");
    }

    @Test
    void addsWhatIsNewInAnyOrderOfTheFile() throws IOException {
        Path file = write(
                """
                organisations:
                  - { code: newpartnership, name: New Partnership, sector: other, hosted-by: newhost, members: [newhost] }
                  - { code: newhost, name: New Host, sector: vcfse, acted-for-by: salford }
                  - { code: salford, name: Not Salford, sector: other }
                """);

        loader(file.toString()).afterSingletonsInstantiated();
        entities.flush();
        entities.clear();

        assertThat(directory.get(new OrganisationCode("newpartnership")).host()).hasToString("newhost");
        assertThat(directory.get(new OrganisationCode("newhost")).actedForBy()).isEqualTo(SALFORD);
        assertThat(directory.nameOf(SALFORD)).isEqualTo("Salford City Council");
    }

    @Test
    void doesNotStartWithAnOrganisationThatNamesAnUnknownOne() throws IOException {
        Path file = write("organisations: [{ code: lonely, name: Lonely, sector: other, members: [atlantis] }]");

        assertThatThrownBy(() -> loader(file.toString()).afterSingletonsInstantiated())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[lonely]");
    }

    @Test
    void doesNotStartWithoutTheFileThatIsNamed() {
        assertThatThrownBy(() -> loader("/nowhere/organisations.yaml").afterSingletonsInstantiated())
                .hasMessageContaining("/nowhere/organisations.yaml");
    }

    @Test
    @EnabledIfSystemProperty(
            named = "test.database",
            matches = "postgresql",
            disabledReason = "several copies share a database on PostgreSQL only")
    @DirtiesContext
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void isFilledOnceByCopiesOfTheApplicationThatStartAtTheSameMoment() throws Exception {
        List.of("member", "former_name", "assurance", "signatory", "processor")
                .forEach(rows -> jdbc.sql("delete from organisation_" + rows).update());
        jdbc.sql("delete from organisation").update();
        int copies = 4;
        var together = new CyclicBarrier(copies);
        var pool = Executors.newFixedThreadPool(copies);
        try {
            Callable<Boolean> start = () -> {
                together.await();
                loader("classpath:organisations.yaml").afterSingletonsInstantiated();
                return true;
            };
            for (Future<Boolean> started : pool.invokeAll(Collections.nCopies(copies, start))) {
                assertThat(started.get()).isTrue();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(directory.all()).hasSizeGreaterThan(90);
    }

    private DirectoryLoader loader(String file) {
        return new DirectoryLoader(directory, transactions, new StartFindings(), file, "");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("organisations.yaml"), yaml);
    }
}
