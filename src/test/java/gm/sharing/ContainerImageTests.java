package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
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
    void asksEveryNodeForItsHealthBeforeItGetsRequests() throws IOException {
        var balancer = Files.readString(Path.of("docker", "Caddyfile"));

        assertThat(image.nodes()).hasSize(2);
        assertThat(balancer)
                .contains(image.nodes().stream().map(node -> node + ":8080").collect(Collectors.joining(" ")))
                .contains("health_uri " + image.healthPath())
                .contains("header_up X-Forwarded-Port");
    }

    @Test
    void namesAVersionOfEveryImage() {
        assertThat(image.images()).hasSize(5).allMatch(name -> name.matches("\\S+:\\D*\\d+\\S*"));
    }
}
