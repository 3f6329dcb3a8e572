package gm.sharing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.browser.Chromium;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever has no mouse takes a project from the proposal to the register. */
@DemoApplication
class KeyboardJourneyPackagedTests extends WholeJourney {

    private static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void leadsToTheSameRecordByTheKeyboardAlone() {
        String byEngine = published();
        var keyboard = new KeyboardDriver(engine, shown(), port, chromium);
        journey = keyboard;
        String byKeyboard = published();

        // What a form suggests stands on its page, and goes with it: here one text of the assessment, with its heading,
        // its two
        // criteria and who wrote it.
        assertThat(record(byKeyboard))
                .containsSubsequence(record(byEngine))
                .hasSize(record(byEngine).size() + 4);
        assertThat(keyboard.keys())
                .as("keys to the first question of each form")
                .allMatch(keys -> keys <= 3);
        System.out.println("Forms filled in by keyboard: " + keyboard.keys().size() + ", keys to the first question: "
                + List.copyOf(keyboard.keys()));
    }
}
