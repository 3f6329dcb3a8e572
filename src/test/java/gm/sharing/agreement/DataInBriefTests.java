package gm.sharing.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.project.DataItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataInBriefTests {

    private static final DataItem ETHNICITY = new DataItem("Ethnicity", "Special category: racial or ethnic origin");
    private static final DataItem DEATH = new DataItem("Date and cause of death", "Personal data");
    private static final DataItem BIRTH = new DataItem("Births: date, place, weight", "Personal data");

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
        var brief = new DataInBrief(List.of(DEATH, ETHNICITY, BIRTH), 30);

        assertThat(brief.all()).isEqualTo("3 data items, listed in part 5");
        assertThat(brief.special()).isEqualTo("1 of the 3 data items");
    }

    private static DataInBrief brief(DataItem... items) {
        return new DataInBrief(List.of(items), 400);
    }
}
