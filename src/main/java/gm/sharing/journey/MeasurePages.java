package gm.sharing.journey;

import gm.sharing.CsvTable;
import gm.sharing.Paging;
import gm.sharing.organisation.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
            @ModelAttribute("filter") MeasureFilter filter,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        MeasureRegister.Reading reading = register.read(filter, person, Paging.page(page));
        model.addAttribute("lines", reading.lines().getContent());
        model.addAttribute("paging", Paging.of(reading.lines()));
        model.addAttribute("owners", reading.owners());
        model.addAttribute("standing", reading.standing());
        return "journey/measures";
    }

    /** What {@link #measures} shows, whole. */
    @GetMapping("/measures.csv")
    void file(@ModelAttribute("filter") MeasureFilter filter, Person person, HttpServletResponse response)
            throws IOException {
        MeasureFile file = new MeasureFile(CsvTable.download(response, "measures.csv", MeasureFile.headings()));
        register.all(filter, person, file::add);
    }
}
