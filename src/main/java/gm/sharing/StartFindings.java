package gm.sharing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What this start could not prepare, because of what is stored. None of it keeps the node from starting: it is in the log at
 * once, and administrators find it on a page and in the health details when the node is up.
 */
@Component
public class StartFindings {

    private static final Logger LOG = LoggerFactory.getLogger(StartFindings.class);

    private final List<Finding> findings = new CopyOnWriteArrayList<>();

    /**
     * Something that could not be prepared.
     *
     * @param what names it, for example "the group ig-bolton"
     * @param cause in a sentence
     * @param nextStep what an administrator does about it, in a sentence
     */
    public record Finding(String what, String cause, String nextStep) {}

    /** Writes it down for administrators, once, also when a preparation begins again. */
    public void report(Finding finding) {
        if (findings.contains(finding)) {
            return;
        }
        LOG.warn(
                "The start continues without {}. Cause: {} Next step: {}",
                finding.what(),
                finding.cause(),
                finding.nextStep());
        findings.add(finding);
    }

    /** As {@link #report(Finding)}, with the stack trace in the log. */
    public void report(Finding finding, Throwable thrown) {
        report(finding);
        LOG.warn("Why the start continues without {}", finding.what(), thrown);
    }

    /** Everything that was found so far, in the order of the start. */
    public List<Finding> all() {
        return List.copyOf(findings);
    }
}
