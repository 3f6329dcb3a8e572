package gm.sharing.journey;

import gm.sharing.document.DocumentFiles;
import gm.sharing.document.FieldChange;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaVersion;
import gm.sharing.dpia.DpiaVersions;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A project's assessment for those who take part in the project: its versions, and what changed between them. */
@Controller
@RequestMapping("/projects/{reference:SJ-\\d{4}-\\d{4,6}}/dpia")
class DpiaPages {

    private static final String READING = "/{key:draft|\\d{1,6}}";

    private final ProjectGate gate;
    private final Dpias dpias;
    private final DpiaVersions versions;

    DpiaPages(ProjectGate gate, Dpias dpias, DpiaVersions versions) {
        this.gate = gate;
        this.dpias = dpias;
        this.versions = versions;
    }

    @GetMapping
    String overview(@PathVariable ProjectReference reference, Person person, Model model) {
        DpiaAccess access = gate.openAssessment(reference, person);
        Dpia dpia = dpias.find(reference).orElseThrow(DpiaPages::notFound);
        model.addAttribute("project", access.access().project());
        model.addAttribute("headline", dpia.headline());
        model.addAttribute("seesProject", access.maySeeProject());
        model.addAttribute("readings", readings(access));
        return "journey/dpia";
    }

    @GetMapping(READING)
    String document(@PathVariable ProjectReference reference, @PathVariable String key, Person person, Model model) {
        DpiaReading reading = reading(gate.openAssessment(reference, person), key);
        DpiaVersion version = reading.version();
        model.addAttribute("reading", reading);
        model.addAttribute("article", version == null ? versions.html(reading.content()) : versions.html(version));
        return "journey/dpia-document";
    }

    @GetMapping(READING + ".pdf")
    ResponseEntity<byte[]> pdf(@PathVariable ProjectReference reference, @PathVariable String key, Person person) {
        DpiaReading reading = reading(gate.openAssessment(reference, person), key);
        DpiaVersion version = reading.version();
        return DocumentFiles.pdf(
                reading.fileName(), version == null ? versions.pdf(reading.content()) : versions.pdf(version));
    }

    /** The content exactly as it was digested, for those who check the digest. */
    @GetMapping("/{key:\\d{1,6}}/content.json")
    ResponseEntity<byte[]> content(@PathVariable ProjectReference reference, @PathVariable String key, Person person) {
        DpiaVersion version =
                reading(gate.openAssessment(reference, person), key).version();
        if (version == null) {
            throw notFound();
        }
        return DocumentFiles.content(version.canonicalJson());
    }

    @GetMapping("/changes")
    String changes(
            @PathVariable ProjectReference reference,
            @RequestParam String from,
            @RequestParam String to,
            Person person,
            Model model) {
        DpiaAccess access = gate.openAssessment(reference, person);
        DpiaReading before = reading(access, from);
        DpiaReading after = reading(access, to);
        Map<String, List<FieldChange>> chapters = DpiaVersions.changes(before.content(), after.content()).stream()
                .collect(Collectors.groupingBy(FieldChange::chapter, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("project", access.access().project());
        model.addAttribute("readings", readings(access));
        model.addAttribute("from", before);
        model.addAttribute("to", after);
        model.addAttribute("chapters", chapters);
        return "journey/dpia-changes";
    }

    /** What the person may read, newest first. */
    private List<DpiaReading> readings(DpiaAccess access) {
        ProjectReference reference = access.access().project().reference();
        List<DpiaReading> readings = new ArrayList<>();
        dpias.find(reference)
                .filter(dpia -> access.maySeeDrafts() && !dpia.isDecided())
                .flatMap(dpia -> versions.draft(reference))
                .map(DpiaReading::draft)
                .ifPresent(readings::add);
        versions.of(reference).stream()
                .filter(version -> access.maySeeDrafts() || version.occasion().settled())
                .map(DpiaReading::of)
                .forEach(readings::add);
        return readings;
    }

    private DpiaReading reading(DpiaAccess access, String key) {
        return readings(access).stream()
                .filter(reading -> reading.key().equals(key))
                .findFirst()
                .orElseThrow(DpiaPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
