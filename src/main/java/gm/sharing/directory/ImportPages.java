package gm.sharing.directory;

import gm.sharing.Paging;
import gm.sharing.Problem;
import gm.sharing.Refused;
import gm.sharing.directory.ImportLine.Outcome;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators import organisations and people from a file, after a look at what that would change. */
@Controller
@RequestMapping("/organisations/import-{kind:organisations|people}")
class ImportPages {

    private static final String ID = "/{id:[a-f0-9-]{36}}";
    private static final List<String> ENDINGS = List.of(".csv", ".txt", ".tsv");
    private static final int FAULTS_SHOWN = 200;

    private final Imports imports;

    ImportPages(Imports imports) {
        this.imports = imports;
    }

    /** @param tooLarge there after a file that is more than the server reads, of which nothing reaches this page */
    @GetMapping
    String ask(
            @PathVariable String kind,
            @RequestParam(name = "too-large", required = false) @Nullable String tooLarge,
            Person person,
            Model model) {
        ImportKind asked = kind(kind, person);
        return tooLarge == null
                ? form(asked, List.of(), person, model)
                : refused(asked, CsvFile.tooLarge(), person, model);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String take(@PathVariable String kind, MultipartHttpServletRequest request, Person person, Model model)
            throws IOException {
        ImportKind asked = kind(kind, person);
        try {
            MultipartFile file = request.getFile("file");
            if (file == null || file.isEmpty()) {
                throw new Refused(ImportWords.of("no-file"));
            }
            String name = String.valueOf(file.getOriginalFilename());
            if (ENDINGS.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
                throw new Refused(ImportWords.of("no-ending"));
            }
            if (file.getSize() > CsvFile.MOST_BYTES) {
                throw CsvFile.tooLarge();
            }
            return "redirect:/organisations/import-%s/%s"
                    .formatted(kind, imports.take(asked, name, file.getBytes(), person));
        } catch (Refused refused) {
            return refused(asked, refused, person, model);
        }
    }

    @GetMapping(ID)
    String check(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        ImportKind asked = kind(kind, person);
        Imports.Kept file = file(asked, id, person);
        try {
            return shown(file, imports.check(file, person), false, page, model);
        } catch (Refused refused) {
            return refused(asked, refused, person, model);
        }
    }

    /** The second press: nothing but what the page showed. */
    @PostMapping(ID)
    String apply(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam String digest,
            @RequestParam(defaultValue = "false") boolean invite,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        ImportKind asked = kind(kind, person);
        Imports.Kept file = file(asked, id, person);
        ImportCheck done = imports.apply(file, digest, invite, person);
        if (!done.digest().equals(digest) || !done.changesAnything()) {
            return shown(file, done, true, 1, model);
        }
        afterwards.addFlashAttribute(
                "done",
                ImportWords.of("done", "added", done.count(Outcome.ADD), "changed", done.count(Outcome.CHANGE)));
        return "redirect:/organisations/import-" + kind;
    }

    private static String shown(Imports.Kept file, ImportCheck check, boolean again, int page, Model model) {
        List<ImportLine> telling = check.lines().stream()
                .filter(line -> line.outcome() != Outcome.SAME)
                .toList();
        Pageable asked = Paging.page(page);
        int from = (int) Math.min(asked.getOffset(), telling.size());
        Page<ImportLine> shown = new PageImpl<>(
                telling.subList(from, Math.min(from + asked.getPageSize(), telling.size())), asked, telling.size());
        model.addAttribute("kind", file.kind().key());
        model.addAttribute("id", file.id());
        model.addAttribute("file", file.name());
        model.addAttribute("format", check.format());
        model.addAttribute("again", again);
        model.addAttribute("faults", check.faults().stream().limit(FAULTS_SHOWN).toList());
        model.addAttribute("faultCount", check.faults().size());
        model.addAttribute("lines", shown.getContent());
        model.addAttribute("paging", Paging.of(shown));
        model.addAttribute("additions", check.count(Outcome.ADD));
        model.addAttribute("changes", check.count(Outcome.CHANGE));
        model.addAttribute("same", check.count(Outcome.SAME));
        model.addAttribute("leftOut", check.count(Outcome.LEAVE_OUT));
        model.addAttribute("ready", check.changesAnything());
        model.addAttribute("digest", check.digest());
        return "directory/import-check";
    }

    private static String refused(ImportKind kind, Refused why, Person person, Model model) {
        return form(kind, List.of(new Problem("file", String.valueOf(why.getMessage()))), person, model);
    }

    private static String form(ImportKind kind, List<Problem> problems, Person person, Model model) {
        model.addAttribute("kind", kind.key());
        model.addAttribute("problems", problems);
        model.addAttribute("columns", kind == ImportKind.PEOPLE ? List.of() : OrganisationFormat.COLUMNS);
        model.addAttribute(
                "roles",
                Stream.of(Role.values())
                        .filter(role -> Role.ofOrganisations().contains(role)
                                || (role == Role.PROJECT_LEAD && person.holds(Role.ADMINISTRATOR)))
                        .toList());
        model.addAttribute("mostLines", CsvFile.MOST_LINES);
        model.addAttribute("mostMegabytes", CsvFile.MOST_BYTES / 1024 / 1024);
        return "directory/import";
    }

    private static ImportKind kind(String typed, Person person) {
        ImportKind kind = ImportKind.of(typed).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!kind.isFor(person)) {
            throw new AccessDeniedException(person.id() + " does not import " + typed);
        }
        return kind;
    }

    private Imports.Kept file(ImportKind kind, String id, Person person) {
        return imports.find(kind, id, person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
