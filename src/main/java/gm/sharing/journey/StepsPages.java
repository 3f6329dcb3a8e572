package gm.sharing.journey;

import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a project stands in its models, as a list of steps and as their drawings, for whoever may see the project as it is. */
@Controller
@RequestMapping("/projects/{reference:SJ-\\d{4}-\\d{4,6}}/steps")
class StepsPages {

    /** What the drawings are made for, so that no browser takes them for pages. */
    private static final MediaType BPMN = new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);

    private final ProjectGate gate;
    private final ProjectSteps steps;

    StepsPages(ProjectGate gate, ProjectSteps steps) {
        this.gate = gate;
        this.steps = steps;
    }

    @GetMapping
    String steps(@PathVariable ProjectReference reference, Person person, Model model) {
        ProjectAccess access = gate.open(reference, person);
        model.addAttribute("project", access.project());
        model.addAttribute("parts", steps.of(access));
        return "journey/steps";
    }

    /** The drawing of one version of a process by which the project runs. */
    @GetMapping("/{process:[\\w.-]{1,100}}.bpmn")
    ResponseEntity<byte[]> drawing(
            @PathVariable ProjectReference reference,
            @PathVariable String process,
            @RequestParam(defaultValue = "0") int version,
            Person person) {
        return ResponseEntity.ok()
                .contentType(BPMN)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .body(steps.drawing(gate.open(reference, person), process, version)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
