package gm.sharing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is answered on the pages of forms is what is answered in Tasklist. */
@Tag("one-database")
@DemoApplication
class FormsAsPagesIntegrationTests extends WholeJourney {

    @Test
    void takesAJourneyWithADpiaToTheRegisterWithTheSameRecord() {
        String byEngine = published();
        journey = new PageDriver(engine, shown(), port);
        String byPages = published();

        assertThat(record(byPages)).isEqualTo(record(byEngine));
    }
}
