package gm.sharing.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of rows lose answers in form-js 1.8.7 unless their forms keep to these rules. */
class RowsInFormsTests {

    @Test
    void areUsed() throws IOException {
        assertThat(formsWithRows()).isNotEmpty();
    }

    /** Rows that are collapsed are not submitted. */
    @ParameterizedTest
    @MethodSource("formsWithRows")
    void areNeverCollapsed(Path form) {
        assertThat(rowLists(form))
                .allSatisfy(list -> assertThat(list.path("disableCollapse").asBoolean())
                        .as(list.path("label").asText())
                        .isTrue());
    }

    /** When a row is removed, a searchable select of the next one goes on showing the removed row's answer. */
    @ParameterizedTest
    @MethodSource("formsWithRows")
    void haveNoSearchableSelects(Path form) {
        assertThat(rowLists(form).flatMap(RowsInFormsTests::within))
                .noneMatch(component -> component.path("searchable").asBoolean());
    }

    static List<Path> formsWithRows() {
        return Shipped.ending(".form").stream()
                .filter(RowsInFormsTests::hasRows)
                .toList();
    }

    private static boolean hasRows(Path form) {
        return rowLists(form).findAny().isPresent();
    }

    private static Stream<JsonNode> rowLists(Path form) {
        try {
            return within(new ObjectMapper().readTree(form.toFile()))
                    .filter(component -> component.path("type").asText().equals("dynamiclist"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> within(JsonNode parent) {
        return Stream.concat(
                Stream.of(parent), parent.path("components").valueStream().flatMap(RowsInFormsTests::within));
    }
}
