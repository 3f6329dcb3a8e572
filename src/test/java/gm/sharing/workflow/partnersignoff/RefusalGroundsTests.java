package gm.sharing.workflow.partnersignoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The grounds on which a partner may refuse. */
class RefusalGroundsTests {

    @Test
    void areTheSameForEverybodyWhoDecidesForAPartner() throws IOException {
        var grounds = grounds("review-agreement");

        assertThat(grounds)
                .contains("A law forbids this disclosure", "The common law duty of confidentiality is not satisfied")
                .doesNotHaveDuplicates();
        assertThat(grounds("agree-confidential-use")).isEqualTo(grounds);
        assertThat(grounds("sign-agreement")).isEqualTo(grounds);
    }

    private static List<String> grounds(String form) throws IOException {
        var components = new ObjectMapper()
                .readTree(Path.of("forms", form + ".form").toFile())
                .path("components");
        return each(components)
                .filter(field -> "refusalGround".equals(field.path("key").asText()))
                .flatMap(field -> each(field.path("values")))
                .map(option -> option.path("value").asText())
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
