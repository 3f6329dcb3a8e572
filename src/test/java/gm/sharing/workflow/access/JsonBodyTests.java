package gm.sharing.workflow.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs send, before the engine makes variables of it. */
class JsonBodyTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"variables\":{\"n\":{\"value\":\"NaN\",\"type\":\"Double\"}}}",
                "{\"variables\":{\"n\":{\"type\":\"double\",\"value\":\"1e400\"}}}",
                "{\"variables\":{\"n\":{\"value\":\"-Infinity\",\"type\":\"Double\"}}}",
                "{\"variables\":{\"n\":{\"value\":1e400}}}",
                "{\"variables\":{\"n\":null}}",
                "{\"modifications\":{\"n\":null}}"
            })
    void refusesVariablesThatTheEngineCouldNotKeep(String body) {
        assertThat(JsonBody.fault(body.getBytes(UTF_8), false))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("A variable has a value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"variables\":{\"n\":{\"value\":\"NaN\",\"type\":\"String\"}}}",
                "{\"variables\":{\"n\":{\"value\":\"NaN\"}}}",
                "{\"variables\":{\"n\":{\"value\":null,\"type\":\"Double\"},\"m\":{\"value\":5.5}}}",
                "{\"variables\":null}",
                "{\"name\":null,\"list\":[null,\"x\"]}",
                "null"
            })
    void takesTextsAndNothingAsTheyAre(String body) {
        assertThat(JsonBody.fault(body.getBytes(UTF_8), false)).isEmpty();
    }
}
