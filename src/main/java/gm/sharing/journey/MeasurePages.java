package gm.sharing.journey;

import gm.sharing.measure.Measure;
import gm.sharing.organisation.Person;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The live register of measures across the projects that a person may see, and those that the person sees to. */
@Controller
class MeasurePages {

    private final MeasureRegister register;

    MeasurePages(MeasureRegister register) {
        this.register = register;
    }

    @GetMapping("/measures")
    String measures(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String project,
            Person person,
            Model model) {
        MeasureFilter filter = MeasureFilter.of(show, owner, project);
        List<Measure> seen = register.seenBy(person);
        model.addAttribute("filter", filter);
        model.addAttribute("lines", register.lines(seen, filter, person));
        model.addAttribute("owners", MeasureRegister.owners(seen));
        model.addAttribute("standing", register.standing(seen));
        return "journey/measures";
    }
}
