package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.form.ShippedForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The models, tables and forms that come with the application. The engine knows them by name, without the folder of their stage. */
@Component
class PackagedFiles implements ShippedForms {

    private static final List<String> PLACES =
            List.of("classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.form");

    private final ResourcePatternResolver resources;

    private final SingletonSupplier<Set<String>> digests = SingletonSupplier.of(() ->
            all().stream().map(file -> ShippedContents.digest(file.bytes())).collect(Collectors.toUnmodifiableSet()));

    private final SingletonSupplier<Map<String, ModelFile>> forms = SingletonSupplier.of(() -> all().stream()
            .filter(file -> file.kind() == ModelFile.Kind.FORM)
            .collect(Collectors.toUnmodifiableMap(file -> file.keys().get(0), Function.identity())));

    /** Those that this start puts in force, while it does. */
    private volatile List<ModelFile> beingDeployed = List.of();

    PackagedFiles(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /** Reads them. */
    List<ModelFile> all() {
        return PLACES.stream().flatMap(this::files).toList();
    }

    @Override
    public Optional<ModelFile> find(String id) {
        return Optional.ofNullable(forms.obtain().get(id));
    }

    /** Whether the application came with this content: its build put it through the gate. */
    boolean broughtIt(ModelFile file) {
        return digests.obtain().contains(ShippedContents.digest(file.bytes()));
    }

    /** They are deployed one by one, and each may refer to the others. */
    void deploying(List<ModelFile> together, Runnable work) {
        beingDeployed = together;
        try {
            work.run();
        } finally {
            beingDeployed = List.of();
        }
    }

    /** The files beside which this one is deployed, when it is one of those that the start deploys; otherwise none. */
    List<ModelFile> beside(ModelFile file) {
        List<ModelFile> together = beingDeployed;
        return together.stream().anyMatch(one -> one.name().equals(file.name())) ? together : List.of();
    }

    private Stream<ModelFile> files(String place) {
        try {
            return Arrays.stream(resources.getResources(place))
                    .map(PackagedFiles::read)
                    .sorted(Comparator.comparing(ModelFile::name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFile read(Resource resource) {
        try {
            return new ModelFile(Objects.requireNonNull(resource.getFilename()), resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
