package gm.sharing.journey;

import gm.sharing.Paging;
import gm.sharing.organisation.Person;
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
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        MeasureFilter filter = MeasureFilter.of(show, owner, project);
        MeasureRegister.Reading reading = register.read(filter, person, Paging.page(page));
        model.addAttribute("filter", filter);
        model.addAttribute("lines", reading.lines().getContent());
        model.addAttribute("paging", Paging.of(reading.lines()));
        model.addAttribute("owners", reading.owners());
        model.addAttribute("standing", reading.standing());
        return "journey/measures";
    }
}
