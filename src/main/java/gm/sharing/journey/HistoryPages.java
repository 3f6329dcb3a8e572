package gm.sharing.journey;

import gm.sharing.CsvTable;
import gm.sharing.Paging;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened to a project, by partner and by kind, page by page or whole as a file. */
@Controller
class HistoryPages {

    private static final String HISTORY = "/projects/{reference:SJ-\\d{4}-\\d{4,6}}/history";

    private final ProjectGate gate;
    private final ProjectHistory history;

    HistoryPages(ProjectGate gate, ProjectHistory history) {
        this.gate = gate;
        this.history = history;
    }

    @GetMapping(HISTORY)
    String history(
            @PathVariable ProjectReference reference,
            @ModelAttribute("filter") HistoryFilter filter,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        ProjectAccess access = gate.openToLookBack(reference, person);
        ProjectHistory.Found found = history.find(access, filter, Paging.page(page));
        model.addAttribute("project", access.project());
        model.addAttribute("found", found);
        model.addAttribute("paging", Paging.of(found.page()));
        return "journey/history";
    }

    /** What {@link #history} shows, whole. */
    @GetMapping(HISTORY + ".csv")
    void file(
            @PathVariable ProjectReference reference,
            @ModelAttribute("filter") HistoryFilter filter,
            Person person,
            HttpServletResponse response)
            throws IOException {
        ProjectHistory.Found found = history.find(gate.openToLookBack(reference, person), filter, Pageable.unpaged());
        String name = reference.value() + "-history.csv";
        HistoryFile file = new HistoryFile(CsvTable.download(response, name, HistoryFile.headings()));
        found.page().forEach(file::add);
    }
}
