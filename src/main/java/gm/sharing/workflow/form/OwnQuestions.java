package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The questions that a form asks beside those that the program reads, as somebody may have seen them who had the form open
 * while it changed: in its newest version, or in one before.
 */
final class OwnQuestions {

    private final DeployedForms forms;
    private final DeployedForm newest;
    private final Set<String> recorded;
    private final Instant openSince;
    private final Map<String, OwnQuestion> asked = new LinkedHashMap<>();

    /**
     * Of one form.
     *
     * @param recorded the keys of the questions that the program reads itself
     * @param openSince since when somebody may have had it open
     */
    OwnQuestions(DeployedForms forms, DeployedForm newest, Set<String> recorded, Instant openSince) {
        this.forms = forms;
        this.newest = newest;
        this.recorded = recorded;
        this.openSince = openSince;
        OwnQuestion.of(newest, recorded).forEach(question -> asked.put(question.key(), question));
    }

    /** What was asked under this key; empty when no version of the form did, or the program reads it itself. */
    Optional<OwnQuestion> find(String key, JsonNode answer) {
        OwnQuestion now = asked.get(key);
        if (recorded.contains(key) || (now != null && now.knows(answer))) {
            return Optional.ofNullable(now);
        }
        return forms.before(newest)
                .flatMap(earlier -> OwnQuestion.of(earlier, recorded).stream())
                .filter(question -> question.key().equals(key) && question.knows(answer))
                .findFirst()
                .or(() -> Optional.ofNullable(now));
    }

    /** Of all that the newest version asks. */
    Set<String> keys() {
        return Set.copyOf(asked.keySet());
    }

    /** Those that were seen for sure and not answered. */
    Stream<OwnQuestion> leftOpen(Set<String> answered) {
        return changedSince()
                ? Stream.empty()
                : asked.values().stream().filter(question -> !answered.contains(question.key()));
    }

    /** Whether somebody may have seen the form without what the path leads to, or without having to answer it. */
    boolean excuses(List<Object> path) {
        return asked.containsKey(String.valueOf(path.get(0)))
                && seenBefore().anyMatch(earlier -> !earlier.definition().requires(path));
    }

    private boolean changedSince() {
        return newest.deployedAt().isAfter(openSince);
    }

    /** The earlier versions that may have been open. */
    private Stream<DeployedForm> seenBefore() {
        if (!changedSince()) {
            return Stream.empty();
        }
        boolean[] wasThere = new boolean[1];
        return forms.before(newest).takeWhile(earlier -> {
            boolean seen = !wasThere[0];
            wasThere[0] |= !earlier.deployedAt().isAfter(openSince);
            return seen;
        });
    }
}
