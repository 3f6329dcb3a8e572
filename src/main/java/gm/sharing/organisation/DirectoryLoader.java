package gm.sharing.organisation;

import gm.sharing.Refused;
import gm.sharing.StartFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds the organisations of the file that the directory does not have yet, at every start and before anything else
 * reads the directory. What the directory has stays as it is.
 */
@Component
class DirectoryLoader implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(DirectoryLoader.class);

    private final Directory directory;
    private final TransactionTemplate transaction;
    private final StartFindings findings;
    private final String file;
    private final String inventedValues;

    /**
     * @param file the organisations: a path, or a place on the class path
     * @param inventedValues for demonstration: values for organisations of the file, marked as demo; empty for none
     */
    DirectoryLoader(
            Directory directory,
            PlatformTransactionManager transactions,
            StartFindings findings,
            @Value("${sharing.organisations.file:classpath:organisations.yaml}") String file,
            @Value("${sharing.organisations.invented-values:}") String inventedValues) {
        this.directory = directory;
        this.transaction = new TransactionTemplate(transactions);
        this.findings = findings;
        this.file = file;
        this.inventedValues = inventedValues;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<OrganisationEntry> entries = entries();
        directory
                .withoutCode()
                .forEach(odd -> findings.report(new StartFindings.Finding(
                        "the organisation “" + odd.name() + "”",
                        "Its code in the table organisation is none.",
                        "Correct the row: a code has 2 to 40 lower case letters and digits.")));
        addMissing(entries);
    }

    private List<OrganisationEntry> entries() {
        Map<String, OrganisationEntry> invented =
                read(inventedValues).stream().collect(Collectors.toMap(OrganisationEntry::code, Function.identity()));
        return read(file).stream()
                .map(entry ->
                        invented.containsKey(entry.code()) ? entry.completedBy(invented.get(entry.code())) : entry)
                .toList();
    }

    private static List<OrganisationEntry> read(String location) {
        if (location.isBlank()) {
            return List.of();
        }
        boolean preferFiles = true;
        return new OrganisationsFile(ApplicationResourceLoader.get(new DefaultResourceLoader(), preferFiles)
                        .getResource(location))
                .read();
    }

    private void addMissing(List<OrganisationEntry> entries) {
        Set<OrganisationCode> known = Objects.requireNonNull(transaction.execute(
                status -> directory.all().stream().map(Organisation::code).collect(Collectors.toSet())));
        List<OrganisationEntry> missing = entries.stream()
                .filter(entry -> !known.contains(new OrganisationCode(entry.code())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!missing.isEmpty()) {
            log.info("Adding {} organisations to the directory", missing.size());
            add(missing, known);
        }
    }

    /** Whatever their order in the file: an organisation waits until those that it refers to are there. */
    private void add(List<OrganisationEntry> missing, Set<OrganisationCode> known) {
        List<OrganisationEntry> ready = missing.stream()
                .filter(entry -> known.containsAll(entry.refersTo()))
                .toList();
        if (ready.isEmpty()) {
            throw new IllegalStateException("These organisations name others that are not in the directory: "
                    + missing.stream().map(OrganisationEntry::code).toList());
        }
        for (OrganisationEntry entry : ready) {
            Organisation organisation = entry.organisation();
            add(organisation);
            known.add(organisation.code());
        }
        missing.removeAll(ready);
        if (!missing.isEmpty()) {
            add(missing, known);
        }
    }

    /** Each in a transaction of its own: one that the directory refuses, because of what it holds, keeps out no other. */
    private void add(Organisation organisation) {
        try {
            transaction.executeWithoutResult(status -> directory.add(organisation));
        } catch (Refused | DataIntegrityViolationException e) {
            if (isThere(organisation.code())) {
                log.debug("Another copy of the application, started at the same moment, was quicker", e);
            } else {
                findings.report(new StartFindings.Finding(
                        "the organisation “" + organisation.name() + "” of the file",
                        String.valueOf(e.getMessage()),
                        "Correct the file (sharing.organisations.file) or the directory, and start again."));
            }
        }
    }

    private boolean isThere(OrganisationCode code) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> directory.find(code).isPresent()));
    }
}
