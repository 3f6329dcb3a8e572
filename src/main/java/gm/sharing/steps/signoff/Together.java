package gm.sharing.steps.signoff;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.Statement;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import gm.sharing.workflow.form.TasksAlike;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * For whom else somebody who acts for several partners decides at once: those of whom the same is asked, and whose colleagues said
 * the same. Whoever decides on other advice reads it first.
 */
@Component
class Together {

    private static final Words WORDS = Words.in("sign-off/together");

    private final TasksAlike open;
    private final SignOffs signOffs;
    private final Directory directory;

    Together(TasksAlike open, SignOffs signOffs, Directory directory) {
        this.open = open;
        this.signOffs = signOffs;
        this.directory = directory;
    }

    /** By code, the tasks that may get the same answers. */
    Map<String, String> tasks(FormTask task) {
        return found(task).alike();
    }

    /** What the forms show: whom one may choose, all of them chosen. */
    Map<String, Object> shown(FormTask task) {
        Found found = found(task);
        Map<OrganisationCode, String> names = directory.namesOf(
                found.all().stream().map(OrganisationCode::new).toList());
        Function<String, String> name = code -> names.getOrDefault(new OrganisationCode(code), code);
        List<String> alike = found.alike().keySet().stream()
                .sorted(Comparator.comparing(name))
                .toList();
        return Map.of(
                "alsoForOptions",
                alike.stream()
                        .map(code -> Map.of("value", code, "label", name.apply(code)))
                        .toList(),
                "alsoFor",
                alike,
                "alsoForNote",
                alike.isEmpty() ? "" : note(alike.size(), found, name));
    }

    private static String note(int count, Found found, Function<String, String> name) {
        String note = count == 1 ? WORDS.text("one") : WORDS.text("several", Map.of("count", count));
        return found.apart().isEmpty()
                ? note
                : note + "\n\n"
                        + WORDS.text(
                                "apart",
                                Map.of(
                                        "partners",
                                        found.apart().stream()
                                                .map(name)
                                                .sorted()
                                                .map(Markdown::plain)
                                                .collect(Collectors.joining(", "))));
    }

    /**
     * The tasks of others.
     *
     * @param alike by code of the partner
     * @param apart codes of those whose people have to be heard by themselves
     */
    private record Found(Map<String, String> alike, List<String> apart) {

        List<String> all() {
            List<String> all = new ArrayList<>(alike.keySet());
            all.addAll(apart);
            return all;
        }
    }

    private Found found(FormTask task) {
        Map<OrganisationCode, String> others = open.to(task);
        Map<String, String> alike = new LinkedHashMap<>();
        List<String> apart = new ArrayList<>();
        if (!others.isEmpty()) {
            Map<OrganisationCode, SignOff> asked = signOffs.of(task.reference()).stream()
                    .filter(signOff -> signOff.round() == task.round())
                    .collect(Collectors.toMap(SignOff::partner, Function.identity()));
            List<Object> here = whatCounts(Objects.requireNonNull(asked.get(task.partner())));
            others.forEach((partner, other) -> {
                SignOff signOff = asked.get(partner);
                if (signOff != null && whatCounts(signOff).equals(here)) {
                    alike.put(partner.value(), other);
                } else if (signOff != null) {
                    apart.add(partner.value());
                }
            });
        }
        return new Found(alike, apart);
    }

    /** What is asked, and what the partner's people said so far. */
    private static List<Object> whatCounts(SignOff signOff) {
        return Arrays.asList(
                signOff.agreedVersion(),
                signOff.asking().besides(),
                signOff.said().all().stream().map(Together::whatCounts).toList());
    }

    private static List<Object> whatCounts(Statement said) {
        return Arrays.asList(
                said.step(), said.decision(), said.conditions(), said.comments(), said.besides(), said.provision());
    }
}
