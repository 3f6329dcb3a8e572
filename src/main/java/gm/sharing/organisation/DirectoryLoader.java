package gm.sharing.organisation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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

/**
 * Adds the organisations of the file that the directory does not have yet, at every start and before anything else
 * reads the directory. What the directory has stays as it is.
 */
@Component
class DirectoryLoader implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(DirectoryLoader.class);

    private final Directory directory;
    private final String file;
    private final String inventedValues;

    /**
     * @param file the organisations: a path, or a place on the class path
     * @param inventedValues for demonstration: values for organisations of the file, marked as demo; empty for none
     */
    DirectoryLoader(
            Directory directory,
            @Value("${sharing.organisations.file:classpath:organisations.yaml}") String file,
            @Value("${sharing.organisations.invented-values:}") String inventedValues) {
        this.directory = directory;
        this.file = file;
        this.inventedValues = inventedValues;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<OrganisationEntry> missing = entries().stream()
                .filter(entry -> !isKnown(new OrganisationCode(entry.code())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!missing.isEmpty()) {
            log.info("Adding {} organisations to the directory", missing.size());
            addAll(missing);
        }
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

    /** In any order of the file: an organisation waits until those that it refers to are there. */
    private void addAll(List<OrganisationEntry> missing) {
        int before;
        do {
            before = missing.size();
            for (Iterator<OrganisationEntry> entries = missing.iterator(); entries.hasNext(); ) {
                OrganisationEntry entry = entries.next();
                if (entry.refersTo().stream().allMatch(this::isKnown)) {
                    add(entry.organisation());
                    entries.remove();
                }
            }
        } while (missing.size() < before);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("These organisations name others that are not in the directory: "
                    + missing.stream().map(OrganisationEntry::code).toList());
        }
    }

    private void add(Organisation organisation) {
        try {
            directory.add(organisation);
        } catch (DataIntegrityViolationException e) {
            // Another copy of the application that starts at the same moment may have been quicker.
            if (!isKnown(organisation.code())) {
                throw e;
            }
        }
    }

    private boolean isKnown(OrganisationCode code) {
        return directory.find(code).isPresent();
    }
}
