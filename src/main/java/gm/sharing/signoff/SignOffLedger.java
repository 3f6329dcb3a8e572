package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Person;
import gm.sharing.project.Projects;
import java.util.function.Consumer;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Finds one sign-off, changes it and writes down what happened to it, for the services of this module. */
@Component
class SignOffLedger {

    private final StoredSignOffs signOffs;
    private final Projects projects;
    private final Directory directory;
    private final AuditTrail events;

    SignOffLedger(StoredSignOffs signOffs, Projects projects, Directory directory, AuditTrail events) {
        this.signOffs = signOffs;
        this.projects = projects;
        this.directory = directory;
        this.events = events;
    }

    SignOff get(SignOffId id) {
        return signOffs.findByProjectAndRoundAndPartner(id.reference().value(), id.round(), id.partner())
                .orElseThrow(() -> new Refused("%s was not asked in round %d of %s."
                        .formatted(directory.nameOf(id.partner()), id.round(), id.reference())));
    }

    /** @throws Refused when somebody else changed it at the same moment */
    SignOff change(SignOffId id, Consumer<SignOff> change) {
        var signOff = get(id);
        change.accept(signOff);
        try {
            return signOffs.saveAndFlush(signOff);
        } catch (OptimisticLockingFailureException e) {
            throw new Refused("Somebody else decided about this at the same moment. Open it again to see what stands.");
        }
    }

    /** For the partner, the lead organisation and the Board to read. */
    void record(SignOff signOff, String who, String type, String what) {
        events.record(signOff.reference().value(), who, type, what, signOff.partner());
    }

    String name(SignOff signOff) {
        return directory.nameOf(signOff.partner());
    }

    /** Whether the person leads the project, or is another project lead of the organisation that does. */
    boolean isLedBy(SignOffId id, Person person) {
        return projects.get(id.reference()).isLedBy(person);
    }
}
