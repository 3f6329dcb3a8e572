package gm.sharing.journey;

import gm.sharing.Refused;
import gm.sharing.deadline.TypedDay;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.Deadlines;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the lead or the Information Board gives a partner more time to decide. */
@Controller
@RequestMapping("/projects/{reference:SJ-\\d{4}-\\d{4,6}}/partners/{partner:[a-z0-9]+}/more-time")
class MoreTimePages {

    private static final String PAGE = "journey/more-time";

    private final ProjectGate gate;
    private final SignOffs signOffs;
    private final Deadlines deadlines;
    private final Directory directory;
    private final Clock clock;

    MoreTimePages(ProjectGate gate, SignOffs signOffs, Deadlines deadlines, Directory directory, Clock clock) {
        this.gate = gate;
        this.signOffs = signOffs;
        this.deadlines = deadlines;
        this.directory = directory;
        this.clock = clock;
    }

    /** What is typed on the page, as it was typed. */
    record Typed(@Nullable String day, @Nullable String month, @Nullable String year, @Nullable String reason) {

        LocalDate until() {
            return TypedDay.of(day, month, year)
                    .orElseThrow(() -> Refused.of("day", "give a day, a month and a year, such as 27 3 2027."));
        }
    }

    @GetMapping
    String ask(@PathVariable ProjectReference reference, @PathVariable String partner, Person person, Model model) {
        show(open(reference, partner, person), new Typed(null, null, null, null), model);
        return PAGE;
    }

    /** Nothing typed is lost when it is refused. */
    @PostMapping
    String give(
            @PathVariable ProjectReference reference,
            @PathVariable String partner,
            @ModelAttribute Typed typed,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        SignOff signOff = open(reference, partner, person);
        try {
            deadlines.giveMoreTime(signOff.id(), typed.until(), typed.reason(), person);
        } catch (Refused refused) {
            show(signOff, typed, model);
            model.addAttribute("refusal", refused.getMessage());
            model.addAttribute("refusedField", refused.field().orElse("day"));
            return PAGE;
        }
        afterwards.addFlashAttribute("moreTime", directory.nameOf(signOff.partner()));
        return "redirect:/projects/" + reference;
    }

    private void show(SignOff signOff, Typed typed, Model model) {
        model.addAttribute("reference", signOff.reference());
        model.addAttribute("code", signOff.partner().value());
        model.addAttribute("partner", directory.nameOf(signOff.partner()));
        model.addAttribute("due", signOff.clock().due().atZone(clock.getZone()));
        model.addAttribute("typed", typed);
    }

    private SignOff open(ProjectReference reference, String partner, Person person) {
        if (!gate.open(reference, person).mayGiveMoreTime()) {
            throw new AccessDeniedException("Only the lead and the Information Board give a partner more time");
        }
        return signOffs.waitingFor(reference, new OrganisationCode(partner))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
