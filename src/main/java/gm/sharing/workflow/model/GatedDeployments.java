package gm.sharing.workflow.model;

import gm.sharing.audit.SecurityTrail;
import gm.sharing.workflow.gate.Finding;
import gm.sharing.workflow.gate.Gate;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Puts every deployment through the gate before the engine takes anything of it, by whatever way it comes: Camunda Modeler,
 * the engine's REST API and web applications, a deployment that is deployed again, or Java.
 */
final class GatedDeployments implements Deployer {

    private static final int MOST_TOLD = 30;

    private static final String NO_TENANTS = "this service has no tenants; leave “Tenant ID” empty";

    /** As the engine keeps names of deployments. */
    private static final int LONGEST = 255;

    private static final String TOO_LONG = "its name or source is too long";

    private final Gate gate;
    private final PackagedFiles packagedFiles;
    private final DeployedFiles deployments;
    private final ObjectProvider<SecurityTrail> trail;

    /** The record of what concerns security is asked late, because the engine is built with this. */
    GatedDeployments(
            Gate gate, PackagedFiles packagedFiles, DeployedFiles deployments, ObjectProvider<SecurityTrail> trail) {
        this.gate = gate;
        this.packagedFiles = packagedFiles;
        this.deployments = deployments;
        this.trail = trail;
    }

    /** Deployers also see what was deployed before, when the engine reads it into its cache. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<ModelFile> files = deployment.getResources().values().stream()
                .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
                .toList();
        List<Finding> findings = new ArrayList<>();
        if (deployment.getTenantId() != null) {
            findings.add(new Finding("The deployment", List.of(new Violation("", "", NO_TENANTS))));
        }
        if (Stream.of(deployment.getName(), deployment.getSource())
                .anyMatch(text -> text != null && text.length() > LONGEST)) {
            findings.add(new Finding("The deployment", List.of(new Violation("", "", TOO_LONG))));
        }
        findings.addAll(findings(files));
        String who = Context.getCommandContext().getAuthenticatedUserId();
        refuse(findings, who);
        deployments.record(deployment, who);
        if (who != null) {
            trail.getObject().record(who, "models.deployed", "Deployed " + digests(files) + ".");
        }
    }

    /**
     * What a start deploys one by one is looked at beside the rest of it. What the application came with passed the gate in
     * its build, and {@link ModelsAtStart} looks at everything in force: no start waits for it.
     */
    private List<Finding> findings(List<ModelFile> files) {
        Surroundings inForce = new ModelsInForce(Context.getCommandContext());
        List<ModelFile> packaged = files.size() == 1 ? packagedFiles.beside(files.get(0)) : List.of();
        if (packaged.isEmpty()) {
            return gate.findings(files, inForce);
        }
        if (packagedFiles.broughtIt(files.get(0))) {
            return List.of();
        }
        List<Violation> violations = gate.violations(files.get(0), packaged, inForce);
        return violations.isEmpty()
                ? List.of()
                : List.of(new Finding(files.get(0).name(), violations));
    }

    private void refuse(List<Finding> findings, @Nullable String who) {
        if (findings.isEmpty()) {
            return;
        }
        Finding first = findings.get(0);
        String words = words(findings);
        if (who != null) {
            trail.getObject().recordRefusal(who, "models.refused", words);
        }
        throw new ParseException(words, first.file(), problems(first), List.of());
    }

    private static String digests(List<ModelFile> files) {
        return files.stream()
                .map(file -> file.name() + " (SHA-256 " + ShippedContents.digest(file.bytes()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static List<Problem> problems(Finding finding) {
        return finding.violations().stream()
                .limit(MOST_TOLD)
                .<Problem>map(violation -> violation)
                .toList();
    }

    /** All findings, file by file, so that everything can be mended at once; not more than somebody would read. */
    private static String words(List<Finding> findings) {
        List<String> told = new ArrayList<>();
        int left = MOST_TOLD;
        for (Finding finding : findings) {
            if (left > 0) {
                told.add(finding.violations().stream()
                        .limit(left)
                        .map(Problem::getMessage)
                        .collect(Collectors.joining("; ", shown(finding.file()) + " was not deployed: ", ".")));
            }
            left -= finding.violations().size();
        }
        return Stream.concat(told.stream(), Stream.ofNullable(rest(left))).collect(Collectors.joining(" "));
    }

    private static @Nullable String rest(int left) {
        return left < 0 ? "There are " + -left + " more such problems." : null;
    }

    /** A file's name may be hostile, and this goes into logs and pages. */
    private static String shown(String file) {
        return file.replaceAll("[^\\w .()-]", "?");
    }
}
