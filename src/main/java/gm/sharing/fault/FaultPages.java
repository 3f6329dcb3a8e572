package gm.sharing.fault;

import gm.sharing.Dates;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is wrong, for those who mend it: administrators see everything, process owners what is about models. */
@Controller
class FaultPages {

    private final Faults faults;
    private final Optional<DeploymentRecord> deployments;

    FaultPages(Faults faults, Optional<DeploymentRecord> deployments) {
        this.faults = faults;
        this.deployments = deployments;
    }

    @GetMapping("/faults")
    String faults(Person person, Model model) {
        boolean everything = mayReadEverything(person);
        List<OpenFault> open = faults.open(everything);
        model.addAttribute(
                "chapters",
                Arrays.stream(FaultKind.values())
                        .map(kind -> new Chapter(
                                kind.heading(),
                                open.stream()
                                        .filter(fault -> fault.kind() == kind)
                                        .map(this::line)
                                        .toList()))
                        .filter(chapter -> !chapter.lines().isEmpty())
                        .toList());
        model.addAttribute(
                "settled",
                faults.settledLately(everything).stream().map(this::line).toList());
        model.addAttribute(
                "deployments",
                deployments.map(DeploymentRecord::latest).orElse(List.of()).stream()
                        .map(one -> new DeploymentLine(
                                inWords(one.at()), one.who(), one.file(), one.from(), one.digest(), one.shipped()))
                        .toList());
        model.addAttribute("everything", everything);
        return "fault/faults";
    }

    @PostMapping("/faults/{id}/settle")
    String settle(@PathVariable long id, Person person) {
        faults.settleByHand(id, mayReadEverything(person));
        return "redirect:/faults";
    }

    private static boolean mayReadEverything(Person person) {
        if (person.holds(Role.ADMINISTRATOR)) {
            return true;
        }
        if (!person.holds(Role.PROCESS_OWNER)) {
            throw new AccessDeniedException(person.id() + " sees to no faults");
        }
        return false;
    }

    private Line line(OpenFault fault) {
        return new Line(
                fault.id(),
                fault.place(),
                fault.reference(),
                fault.cause(),
                fault.nextStep(),
                inWords(fault.since()),
                fault.told() == null ? null : inWords(fault.told()),
                fault.settled() == null ? null : inWords(fault.settled()),
                fault.kind().settledByHand());
    }

    private String inWords(Instant moment) {
        return Dates.moment(moment);
    }

    /** Faults of one kind. */
    record Chapter(String heading, List<Line> lines) {}

    /**
     * A fault in words.
     *
     * @param told when people were told of it, or null
     * @param settled when it was over, or null
     */
    record Line(
            long id,
            String place,
            String reference,
            String cause,
            String nextStep,
            String since,
            @Nullable String told,
            @Nullable String settled,
            boolean byHand) {}

    /** A deployment of one file in words. */
    record DeploymentLine(String at, String who, String file, String from, String digest, boolean shipped) {}
}
