package gm.sharing.project;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.flow;
import static gm.sharing.project.ProjectFixture.flows;
import static gm.sharing.project.ProjectFixture.leadOf;
import static gm.sharing.project.ProjectFixture.needs;
import static gm.sharing.project.ProjectFixture.partners;
import static gm.sharing.project.ProjectFixture.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.PagesApplication;
import gm.sharing.code.Code;
import gm.sharing.code.CodeTable;
import gm.sharing.code.ShippedCodes;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** What the release before stored in words is read as codes: the migration runs over such rows. */
@PagesApplication
class CodesOfBeforeIntegrationTests {

    private static final Law LAW = new Law(ShippedCodes.all());

    @Autowired
    private Projects projects;

    @Autowired
    private JdbcTemplate sql;

    private ProjectReference project;

    @BeforeEach
    void describeAProject() {
        var lead = leadOf(BOLTON);
        project = projects.propose(proposal("Plans of before"), lead);
        projects.describeNeeds(project, needs(), lead);
        projects.namePartners(project, partners(BOLTON, BURY), lead);
        projects.describeFlows(project, flows(flow(BOLTON, BURY)), lead);
    }

    static Stream<Arguments> columns() {
        return Stream.of(
                column("method", LAW.methods(), Flow::method),
                column("frequency", LAW.frequencies(), Flow::frequency),
                column("article6", LAW.lawfulBases(), Flow::article6),
                column("recipients_article6", LAW.lawfulBases(), Flow::recipientsArticle6),
                column("article9", LAW.specialCategories(), Flow::article9),
                column("schedule1", LAW.schedule1(), Flow::schedule1),
                column("schedule8", LAW.lawEnforcement(), Flow::schedule8),
                column("confidentiality", LAW.confidentiality(), Flow::confidentiality),
                column("opt_out", LAW.optOuts(), Flow::optOut));
    }

    private static Arguments column(String name, CodeTable table, Function<Flow, @Nullable String> answer) {
        return Arguments.of(name, table, answer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void areReadOfEveryAnswerAboutAFlow(String column, CodeTable table, Function<Flow, @Nullable String> answer) {
        for (Code row : table.rows()) {
            assertThat(row.text(CodeTable.FORMERLY)).as(row.code()).isNotEmpty();
            assertThat(migrated(column, row.text(CodeTable.FORMERLY), answer)).isEqualTo(row.code());
            assertThat(migrated(column, row.code(), answer)).isEqualTo(row.code());
        }
        assertThat(migrated(column, "In an owner’s own words", answer)).isEqualTo("In an owner’s own words");
    }

    private @Nullable String migrated(String column, String words, Function<Flow, @Nullable String> answer) {
        sql.update("update project_flow set " + column + " = ? where project = ?", words, project.value());
        migrate();
        return answer.apply(projects.get(project).flows().get(0));
    }

    @Test
    void leaveAPowerInItsWords() {
        sql.update(
                "update project_flow set powers = null, power = ? where project = ?",
                "Children Act 2004, section 11",
                project.value());

        Flow flow = projects.get(project).flows().get(0);

        assertThat(flow.powers()).containsExactly(Law.OTHER_POWER);
        assertThat(LAW.powersInWords(flow)).containsExactly("Children Act 2004, section 11");
        assertThat(LAW.unknown(flow)).isEmpty();
    }

    @Test
    void areReadOfEveryKindOfInformation() {
        for (Code row : LAW.kinds().table().rows()) {
            assertThat(migratedKind(row.text(CodeTable.FORMERLY)))
                    .isEqualTo(new DataItem("Name and date of birth", row.code()));
            assertThat(migratedKind(row.code() + "|pseudonymised"))
                    .isEqualTo(new DataItem("Name and date of birth", row.code(), Identifiability.PSEUDONYMISED));
        }
        assertThat(migratedKind("Pseudonymised personal data").pseudonymised()).isTrue();
        assertThat(migratedKind("Not personal data (anonymous or aggregated)").personal())
                .isFalse();
        assertThat(LAW.kinds().special(migratedKind("Special category: health or social care")))
                .as("the words of the first release")
                .isTrue();
        assertThat(migratedKind("Personal data: immigration").kind()).isEqualTo("Personal data: immigration");
    }

    private DataItem migratedKind(String words) {
        sql.update("update project_data_item set kind = ? where project = ?", words, project.value());
        migrate();
        return projects.get(project).needs().orElseThrow().dataItems().get(0);
    }

    private void migrate() {
        new ResourceDatabasePopulator(
                        false, false, "UTF-8", new ClassPathResource("db/migration/V38__codes_of_the_law.sql"))
                .execute(Objects.requireNonNull(sql.getDataSource()));
    }
}
