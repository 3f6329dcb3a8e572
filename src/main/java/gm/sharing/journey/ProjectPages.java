package gm.sharing.journey;

import gm.sharing.CsvTable;
import gm.sharing.agreement.AgreementVersion;
import gm.sharing.agreement.Agreements;
import gm.sharing.document.DocumentFiles;
import gm.sharing.document.FieldChange;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.work.ComingToYou;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages of projects for those who take part in them. */
@Controller
class ProjectPages {

    private static final String PROJECT = "/projects/{reference:SJ-\\d{4}-\\d{4,6}}";
    private static final String VERSION = PROJECT + "/agreement/{version:\\d+\\.\\d+}";

    private final Projects projects;
    private final Agreements agreements;
    private final ProjectLists lists;
    private final ProjectRecords records;
    private final ProjectGate gate;
    private final PeopleUnreached unreached;
    private final StartableProcesses processes;
    private final ComingToYou coming;
    private final StillToDo toDo;

    ProjectPages(
            Projects projects,
            Agreements agreements,
            ProjectLists lists,
            ProjectRecords records,
            ProjectGate gate,
            PeopleUnreached unreached,
            StartableProcesses processes,
            ComingToYou coming,
            StillToDo toDo) {
        this.projects = projects;
        this.agreements = agreements;
        this.lists = lists;
        this.records = records;
        this.gate = gate;
        this.unreached = unreached;
        this.processes = processes;
        this.coming = coming;
        this.toDo = toDo;
    }

    /** Every list with its first projects, or one list whole, page by page. */
    @GetMapping("/projects")
    String overview(
            @ModelAttribute("filter") ProjectFilter filter,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        model.addAttribute("whole", filter.whole().isPresent());
        model.addAttribute("lists", lists.page(filter, person, page));
        model.addAttribute("statuses", ProjectFilter.statuses());
        model.addAttribute("mayPropose", person.holdsInOwnRight(Role.PROJECT_LEAD));
        return "journey/projects";
    }

    /** What {@link #overview} shows, whole. */
    @GetMapping("/projects.csv")
    void file(@ModelAttribute("filter") ProjectFilter filter, Person person, HttpServletResponse response)
            throws IOException {
        ProjectFile file = new ProjectFile(CsvTable.download(response, "projects.csv", ProjectFile.headings()));
        lists.all(filter, person, file::add);
    }

    @GetMapping(PROJECT)
    String project(@PathVariable ProjectReference reference, Person person, Model model) {
        var access = gate.openToLookBack(reference, person);
        ProjectRecord record = records.of(access);
        model.addAttribute("record", record);
        model.addAttribute("flows", access.maySee() ? PartnerFlows.of(access, record.documents()) : List.of());
        model.addAttribute("startable", access.mayStartProcesses() ? processes.of(person) : List.of());
        model.addAttribute("coming", access.maySee() ? coming.in(reference, person) : List.of());
        model.addAttribute("toDo", toDo.of(access));
        model.addAttribute("unreached", unreached.of(reference));
        return "journey/project";
    }

    /** What a later version says otherwise than an earlier one, as far as the person may read both. */
    @GetMapping(PROJECT + "/agreement/changes")
    String changes(
            @PathVariable ProjectReference reference,
            @RequestParam String from,
            @RequestParam String to,
            Person person,
            Model model) {
        version(reference, from, person);
        version(reference, to, person);
        model.addAttribute("project", projects.get(reference));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute(
                "chapters",
                agreements.fieldChanges(reference, from, to).stream()
                        .collect(Collectors.groupingBy(FieldChange::chapter, LinkedHashMap::new, Collectors.toList())));
        return "journey/agreement-changes";
    }

    @GetMapping(VERSION)
    String document(
            @PathVariable ProjectReference reference, @PathVariable String version, Person person, Model model) {
        AgreementVersion document = version(reference, version, person);
        model.addAttribute("reference", reference);
        model.addAttribute("version", document);
        model.addAttribute("article", agreements.html(document));
        return "journey/agreement";
    }

    @GetMapping(VERSION + ".pdf")
    ResponseEntity<byte[]> pdf(@PathVariable ProjectReference reference, @PathVariable String version, Person person) {
        AgreementVersion document = version(reference, version, person);
        return DocumentFiles.pdf(document.fileName(), agreements.pdf(document));
    }

    /** The content exactly as it was digested, for those who check the digest. */
    @GetMapping(VERSION + "/content.json")
    ResponseEntity<byte[]> content(
            @PathVariable ProjectReference reference, @PathVariable String version, Person person) {
        return DocumentFiles.content(version(reference, version, person).canonicalJson());
    }

    private AgreementVersion version(ProjectReference reference, String number, Person person) {
        return records.documents(gate.openToLookBack(reference, person)).stream()
                .filter(document -> document.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
