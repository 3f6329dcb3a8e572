package gm.sharing.agreement;

import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SectionNames;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Reads from the versions of agreements what their sections are called. */
@Component
class NamesInVersions implements SectionNames {

    private final StoredVersions versions;

    NamesInVersions(StoredVersions versions) {
        this.versions = versions;
    }

    @Override
    public UnaryOperator<String> of(ProjectReference reference, String version) {
        SingletonSupplier<Map<String, String>> names = SingletonSupplier.of(() -> names(reference, version));
        return section -> names.obtain().getOrDefault(section, section);
    }

    private Map<String, String> names(ProjectReference reference, String number) {
        return versions.findByReferenceOrderByOrdinal(reference.value()).stream()
                .filter(version -> version.number().equals(number))
                .findFirst()
                .map(version -> CommentSubject.names(CommentSubject.of(version.content())))
                .orElse(Map.of());
    }
}
