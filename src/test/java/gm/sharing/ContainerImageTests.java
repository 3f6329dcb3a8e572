package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerImageTests {

    private final ContainerImage image = ContainerImage.read();

    ContainerImageTests() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"application", "database"})
    void startsWithNoPasswordButTheOperators(String service) {
        assertThat(image.raw(service).entrySet())
                .filteredOn(variable -> variable.getKey().contains("PASSWORD"))
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(variable.getValue()).matches("\\$\\{\\w+:\\?.+}"));
        assertThatThrownBy(() -> image.environment(service, Map.of("ADMIN_PASSWORD", "correct horse")))
                .hasMessageContaining("Set DATABASE_PASSWORD");
    }

    @Test
    void runsAsNobodyInParticular() {
        assertThat(image.user()).isEqualTo("sharing");
        assertThat(image.dockerfile()).doesNotContain("USER root");
    }

    @Test
    void namesAVersionOfEveryImage() {
        assertThat(image.images()).hasSize(4).allMatch(name -> name.matches("\\S+:\\D*\\d+\\S*"));
    }
}
