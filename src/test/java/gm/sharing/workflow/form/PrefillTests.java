package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrefillTests {

    enum Pace {
        @JsonProperty("fast")
        FAST
    }

    record Leg(Pace pace, Boolean byRail) {}

    record Trip(String title, @Nullable String remarks, Boolean abroad, LocalDate on, List<Leg> legs) {}

    private final Prefill prefill = new Prefill(JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build());

    @Test
    void givesAnswersAsTheFormTakesThem() {
        var trip = new Trip("North", null, false, LocalDate.of(2026, 5, 4), List.of(new Leg(Pace.FAST, true)));

        assertThat(prefill.with(trip))
                .isEqualTo(Map.of(
                        "title", "North",
                        "abroad", "false",
                        "on", "2026-05-04",
                        "legs", List.of(Map.of("pace", "fast", "byRail", "true"))));
    }
}
