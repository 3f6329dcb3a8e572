package gm.sharing.work;

import gm.sharing.CsvTable;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody begins after signing in. */
@Controller
class WorkPages {

    private final WorkLists lists;
    private final ComingToYou coming;

    WorkPages(WorkLists lists, ComingToYou coming) {
        this.lists = lists;
        this.coming = coming;
    }

    /** What waits for the person. */
    @GetMapping("/work")
    String own(
            @ModelAttribute("filter") WorkFilter filter,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        model.addAttribute("looksAfterAll", person.holds(Role.INFORMATION_BOARD));
        model.addAttribute("mayPropose", person.holdsInOwnRight(Role.PROJECT_LEAD));
        String view = page(WorkList.OWN, filter, page, person, model, "work/own");
        if (page == 1 && !filter.narrows()) {
            model.addAttribute("coming", coming.of(person));
            if (Boolean.TRUE.equals(model.getAttribute("leads"))) {
                model.addAttribute("waited", lists.firstOfProjects(person));
            } else {
                model.addAttribute("projects", lists.firstProjects(person));
            }
        }
        return view;
    }

    /** What the projects wait for that the person leads. */
    @GetMapping("/work/projects")
    String ofProjects(
            @ModelAttribute("filter") WorkFilter filter,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        return page(WorkList.PROJECTS, filter, page, person, model, "work/projects");
    }

    /** What colleagues have taken. */
    @GetMapping("/work/colleagues")
    String ofColleagues(
            @ModelAttribute("filter") WorkFilter filter,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        return page(WorkList.COLLEAGUES, filter, page, person, model, "work/colleagues");
    }

    private String page(WorkList list, WorkFilter filter, int number, Person person, Model model, String view) {
        model.addAttribute("shown", lists.page(list, filter, person, number));
        model.addAttribute("leads", lists.leads(person));
        model.addAttribute("roles", WorkFilter.ROLES);
        model.addAttribute("stages", WorkFilter.stages());
        return view;
    }

    /** What {@link #own} shows, whole. */
    @GetMapping("/work.csv")
    void ownFile(@ModelAttribute("filter") WorkFilter filter, Person person, HttpServletResponse response)
            throws IOException {
        file(WorkList.OWN, filter, person, response, "your-work.csv");
    }

    /** What {@link #ofProjects} shows, whole. */
    @GetMapping("/work/projects.csv")
    void ofProjectsFile(@ModelAttribute("filter") WorkFilter filter, Person person, HttpServletResponse response)
            throws IOException {
        file(WorkList.PROJECTS, filter, person, response, "waiting-for-others.csv");
    }

    /** What {@link #ofColleagues} shows, whole. */
    @GetMapping("/work/colleagues.csv")
    void ofColleaguesFile(@ModelAttribute("filter") WorkFilter filter, Person person, HttpServletResponse response)
            throws IOException {
        file(WorkList.COLLEAGUES, filter, person, response, "taken-by-colleagues.csv");
    }

    private void file(WorkList list, WorkFilter filter, Person person, HttpServletResponse response, String name)
            throws IOException {
        WorkFile file = new WorkFile(CsvTable.download(response, name, WorkFile.headings()));
        lists.all(list, filter, person, file::add);
    }
}
