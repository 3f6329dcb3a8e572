package gm.sharing.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.code.ShippedCodes;
import gm.sharing.document.Outline;
import gm.sharing.project.DataItem;
import gm.sharing.project.DataKinds;
import gm.sharing.project.Identifiability;
import gm.sharing.project.Law;
import gm.sharing.wording.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataInBriefTests {

    private static final Words CLAUSES = Words.in("agreement/clauses")
            .within(new Outline(List.of("parties", "contacts", "together", "why", "what"), List.of())::number);

    private static final DataKinds KINDS = new Law(ShippedCodes.all()).kinds();
    private static final DataItem ETHNICITY = new DataItem("Ethnicity", "special-category-ethnic-origin");
    private static final DataItem DEATH = new DataItem("Date and cause of death", "personal");
    private static final DataItem BIRTH = new DataItem("Births: date, place, weight", "personal");

    @Test
    void keepsItemsApart() {
        assertThat(brief(DEATH, BIRTH).all()).isEqualTo("Date and cause of death; Births: date, place, weight");
        assertThat(brief(DEATH, BIRTH).special()).isEqualTo("None");
    }

    @Test
    void saysEachItemOnce() {
        assertThat(brief(DEATH, ETHNICITY, BIRTH).all())
                .isEqualTo(
                        """
                        - Special category data: Ethnicity
                        - Other information: Date and cause of death; Births: date, place, weight""");
        assertThat(brief(DEATH, ETHNICITY, BIRTH).special()).isEmpty();
        assertThat(brief(ETHNICITY).all()).isEqualTo("Ethnicity");
        assertThat(brief(ETHNICITY).special()).isEqualTo("All that is shared");
    }

    @Test
    void countsWhatDoesNotFit() {
        var brief = new DataInBrief(List.of(DEATH, ETHNICITY, BIRTH), KINDS, false, 30, CLAUSES);

        assertThat(brief.all()).isEqualTo("3 data items, listed in part 5");
        assertThat(brief.special()).isEqualTo("1 of the 3 data items");
    }

    @Test
    void namesCriminalOffenceDataAsWhatItIs() {
        var convictions = new DataItem("Convictions", "criminal-offence");

        assertThat(brief(DEATH, convictions).all())
                .isEqualTo("- Criminal offence data: Convictions\n- Other information: Date and cause of death");
        assertThat(brief(DEATH, convictions).special()).isEqualTo("None");
        assertThat(brief(convictions).criminal()).isEqualTo("All that is shared");
        assertThat(brief(ETHNICITY, convictions).all())
                .isEqualTo("- Special category data: Ethnicity\n- Criminal offence data: Convictions");
        assertThat(brief(DEATH, BIRTH).criminal()).isEmpty();
    }

    @Test
    void marksWhatIsPseudonymised() {
        var episodes = new DataItem("Hospital episodes", "special-category-health", Identifiability.PSEUDONYMISED);
        var services = new DataItem("Mental health services", "special-category-health", Identifiability.PSEUDONYMISED);

        assertThat(brief(episodes, services).special()).isEqualTo("All that is shared");
        assertThat(brief(episodes, services).all())
                .isEqualTo("Hospital episodes and Mental health services (all pseudonymised)");
        assertThat(brief(episodes, DEATH).all()).contains("Special category data: Hospital episodes (pseudonymised)");
    }

    @Test
    void doesNotSayThatThereIsNoneWhereAFlowNeedsACondition() {
        assertThat(new DataInBrief(List.of(DEATH), KINDS, true, 400, CLAUSES).special())
                .contains("a flow relies on Article 9");
    }

    private static DataInBrief brief(DataItem... items) {
        return new DataInBrief(List.of(items), KINDS, false, 400, CLAUSES);
    }
}
