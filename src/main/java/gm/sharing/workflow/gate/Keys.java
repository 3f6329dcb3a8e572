package gm.sharing.workflow.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The id of a process, decision or form is one that nobody takes for another: it comes once, and does not differ from
 * another by small and capital letters, hyphens, underscores and dots only.
 */
@Component
@Order(1)
class Keys implements ModelRule {

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        List<Violation> violations = new ArrayList<>();
        for (String key : file.keys()) {
            long same = surroundings
                    .all(file.kind())
                    .filter(other -> other.keys().contains(key))
                    .count();
            if (same > 1) {
                violations.add(
                        new Violation(key, "", "several files of this deployment define this id; deploy one of them"));
            }
            alike(file, key, surroundings)
                    .findFirst()
                    .map(other -> new Violation(
                            key,
                            "",
                            "the id differs from “" + PlainText.shown(other)
                                    + "” by capital letters, hyphens, underscores or dots only; write it in the same way to"
                                    + " replace that one, or choose an id of its own"))
                    .ifPresent(violations::add);
        }
        return violations;
    }

    private static Stream<String> alike(ModelFile file, String key, Surroundings surroundings) {
        return surroundings
                .all(file.kind())
                .flatMap(other -> other.keys().stream())
                .filter(other -> !other.equals(key) && bare(other).equals(bare(key)));
    }

    private static String bare(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }
}
