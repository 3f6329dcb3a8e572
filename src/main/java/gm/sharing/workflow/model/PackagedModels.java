package gm.sharing.workflow.model;

import gm.sharing.workflow.EnginePreparation;
import gm.sharing.workflow.gate.ModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and forms that come with the application, each file on its own. What a process owner deployed from
 * Camunda Modeler stays in force, whatever a new release brings, until {@code sharing.models.force} says otherwise.
 */
@Component
@EnableConfigurationProperties(ModelSettings.class)
@Order(2)
class PackagedModels implements EnginePreparation {

    static final String SOURCE = "packaged";

    private static final Logger LOG = LoggerFactory.getLogger(PackagedModels.class);

    private static final List<String> PLACES =
            List.of("classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.form");

    private final ResourcePatternResolver resources;
    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final ModelSettings settings;

    PackagedModels(
            ResourcePatternResolver resources,
            RepositoryService repository,
            ProcessEngineConfigurationImpl engine,
            ModelSettings settings) {
        this.resources = resources;
        this.repository = repository;
        this.engine = engine;
        this.settings = settings;
    }

    @Override
    public void prepare() {
        PLACES.stream().flatMap(this::files).forEach(this::offer);
    }

    /** Deploys the file unless it is in force already or something that came from elsewhere is. */
    void offer(ModelFile file) {
        List<LatestModels.Latest> inForce =
                engine.getCommandExecutorTxRequired().execute(context -> LatestModels.of(file, context));
        if (inForce.size() == file.keys().size() && inForce.stream().allMatch(LatestModels.Latest::sameContent)) {
            return;
        }
        List<LatestModels.Latest> fromElsewhere = inForce.stream()
                .filter(latest -> !Objects.equals(SOURCE, latest.source()))
                .filter(latest -> !settings.forces(latest.key()))
                .toList();
        if (fromElsewhere.isEmpty()) {
            deploy(file);
        } else {
            fromElsewhere.forEach(latest -> LOG.warn(
                    "{} is not deployed: version {} of {} came from {} on {} and stays in force."
                            + " To replace it by the packaged one, start once with sharing.models.force={}",
                    file.name(),
                    latest.version(),
                    latest.key(),
                    latest.source() == null ? "elsewhere" : latest.source(),
                    latest.deployed(),
                    latest.key()));
        }
    }

    private void deploy(ModelFile file) {
        repository
                .createDeployment()
                .name(file.name())
                .source(SOURCE)
                .addInputStream(file.name(), file.content())
                .deploy();
        LOG.info("Deployed {}", file.name());
    }

    private Stream<ModelFile> files(String place) {
        try {
            return Arrays.stream(resources.getResources(place))
                    .map(PackagedModels::read)
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
