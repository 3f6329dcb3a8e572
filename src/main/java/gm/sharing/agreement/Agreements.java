package gm.sharing.agreement;

import gm.sharing.project.ProjectReference;
import java.util.List;
import java.util.Optional;

/** The agreements: drafted version by version, published once every partner's decision allows it. */
public interface Agreements {

    /** Makes the next version from what the project and its DPIA say now. */
    AgreementVersion draft(ProjectReference reference);

    /** The newest version; refused when nothing was drafted yet. */
    AgreementVersion latest(ProjectReference reference);

    /** Refused when there is no such version. */
    AgreementVersion version(ProjectReference reference, String number);

    /** All versions, oldest first. */
    List<AgreementVersion> versions(ProjectReference reference);

    /** What differs between two versions, in the order of the newer document. */
    List<Change> changes(ProjectReference reference, String from, String to);

    /** The document as a fragment of accessible HTML: an article without the page around it. */
    String html(ProjectReference reference, String number);

    /** The document as tagged PDF. */
    byte[] pdf(ProjectReference reference, String number);

    /**
     * Publishes the newest version, with the signatures as they stand, from its start date. Safe to repeat: an
     * agreement that is already published stays as it is.
     */
    Agreement publish(ProjectReference reference);

    /** Published agreements that have not ended, by title. */
    List<Agreement> inForce();

    /** The published agreement, also when it has ended. */
    Optional<Agreement> find(ProjectReference reference);
}
