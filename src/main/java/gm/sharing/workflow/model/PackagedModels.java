package gm.sharing.workflow.model;

import gm.sharing.StartFindings;
import gm.sharing.workflow.EnginePreparation;
import gm.sharing.workflow.Parts;
import gm.sharing.workflow.gate.ModelFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and forms that come with the application, each file on its own. What a process owner changed stays in
 * force, whatever a new release brings, until {@code sharing.models.force} says otherwise. Whether something was changed is
 * told by its content: what once came with the application is nobody's change, whoever deployed it and from wherever.
 */
@Component
@EnableConfigurationProperties(ModelSettings.class)
@Order(2)
class PackagedModels implements EnginePreparation {

    static final String SOURCE = "packaged";

    private static final Logger LOG = LoggerFactory.getLogger(PackagedModels.class);

    private final PackagedFiles files;
    private final ExampleTables examples;
    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final ModelSettings settings;
    private final ShippedContents shipped;
    private final ForcedModels forced;
    private final SkippedModels skipped;
    private final StartFindings findings;

    PackagedModels(
            PackagedFiles files,
            ExampleTables examples,
            RepositoryService repository,
            ProcessEngineConfigurationImpl engine,
            ModelSettings settings,
            ShippedContents shipped,
            ForcedModels forced,
            SkippedModels skipped,
            StartFindings findings) {
        this.files = files;
        this.examples = examples;
        this.repository = repository;
        this.engine = engine;
        this.settings = settings;
        this.shipped = shipped;
        this.forced = forced;
        this.skipped = skipped;
        this.findings = findings;
    }

    @Override
    public String what() {
        return "the packaged models and forms";
    }

    @Override
    public void prepare(Parts parts) {
        prepare(files.all().stream().filter(examples::counts).toList(), parts);
    }

    /** Offers these files as those that came with the application. */
    void prepare(List<ModelFile> packaged, Parts parts) {
        skipped.forget();
        warnOfUnknownKeys(packaged);
        parts.each(
                List.of(packaged),
                all -> "the list of packaged contents",
                all -> shipped.add(all.stream().map(PackagedModels::digest).toList()));
        List<ModelFile> due = new ArrayList<>();
        parts.each(packaged, file -> "the packaged file " + file.name(), file -> {
            if (isDue(file)) {
                due.add(file);
            }
        });
        files.deploying(due, () -> parts.each(due, file -> "the packaged file " + file.name(), this::deploy));
    }

    private void warnOfUnknownKeys(List<ModelFile> packaged) {
        Set<String> unknown = new HashSet<>(settings.force());
        packaged.forEach(file -> file.keys().forEach(unknown::remove));
        unknown.stream()
                .sorted()
                .forEach(key -> findings.report(new StartFindings.Finding(
                        "sharing.models.force=" + key,
                        "No packaged process, table or form has the id " + key + ".",
                        "Write the id as it stands in the file, such as sharing-project.")));
    }

    /** Whether the file is to be deployed: it is not in force already, and nothing that a process owner changed is. */
    private boolean isDue(ModelFile file) {
        List<LatestModels.Latest> inForce =
                engine.getCommandExecutorTxRequired().execute(context -> LatestModels.of(file, context));
        Set<String> forcedNow = new HashSet<>();
        for (String key : file.keys()) {
            if (settings.forces(key) && forced.followsNow(key, digest(file))) {
                forcedNow.add(key);
            }
        }
        if (inForce.size() == file.keys().size() && inForce.stream().allMatch(latest -> latest.isSameAs(file))) {
            return false;
        }
        List<LatestModels.Latest> owners = inForce.stream()
                .filter(latest -> isOwners(latest) && !forcedNow.contains(latest.key()))
                .toList();
        owners.forEach(latest -> skipped.add(file, latest));
        return owners.isEmpty();
    }

    /** Nobody's is what came with the application, and what is gone. */
    private boolean isOwners(LatestModels.Latest latest) {
        byte[] content = latest.content();
        return content != null && !shipped.contains(ShippedContents.digest(content));
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

    private static String digest(ModelFile file) {
        return ShippedContents.digest(file.bytes());
    }
}
