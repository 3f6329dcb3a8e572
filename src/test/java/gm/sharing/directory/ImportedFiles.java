package gm.sharing.directory;

import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;

/** Imports files as the service's administrator does on the pages, for tests of what follows. */
public final class ImportedFiles {

    private static final Person ADMINISTRATOR =
            new Person("admin", "Administrator", "", Set.of(Role.ADMINISTRATOR.group()));

    private final Imports imports;

    public ImportedFiles(BeanFactory beans) {
        this.imports = beans.getBean(Imports.class);
    }

    /**
     * Takes organisations over.
     *
     * @throws IllegalStateException when a line has a fault
     */
    public void organisations(String file) {
        take(ImportKind.ORGANISATIONS, file);
    }

    /** Adds them and sends each an invitation. */
    public void people(String file) {
        take(ImportKind.PEOPLE, file);
    }

    private void take(ImportKind kind, String file) {
        var id = imports.take(kind, "file.csv", file.getBytes(StandardCharsets.UTF_8), ADMINISTRATOR);
        var kept = imports.find(kind, id, ADMINISTRATOR).orElseThrow();
        var checked = imports.check(kept, ADMINISTRATOR);
        if (!checked.faults().isEmpty()) {
            throw new IllegalStateException(checked.faults().toString());
        }
        imports.apply(kept, checked.digest(), kind == ImportKind.PEOPLE, ADMINISTRATOR);
    }
}
