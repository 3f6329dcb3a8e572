package gm.sharing.register;

import gm.sharing.CsvTable;
import gm.sharing.Paging;
import gm.sharing.Refused;
import gm.sharing.agreement.Agreement;
import gm.sharing.agreement.AgreementStatus;
import gm.sharing.agreement.AgreementVersion;
import gm.sharing.agreement.Agreements;
import gm.sharing.document.DocumentFiles;
import gm.sharing.ethics.Ethics;
import gm.sharing.organisation.Successions;
import gm.sharing.project.ProjectReference;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The public register: no account, and its own pages name nobody, the agreement names those who signed it. */
@Controller
@RequestMapping("/register")
class RegisterPages {

    private static final String AGREEMENT = "/{reference:SJ-\\d{4}-\\d{4,6}}";
    private static final String SMALL = "/{typed:(?!SJ)[sS][jJ]-\\d{4}-\\d{4,6}}";
    private static final String WITH_SLASH = "/{typed:[sS][jJ]-\\d{4}-\\d{4,6}}/";

    private final Agreements agreements;
    private final Ethics ethics;
    private final Successions successions;
    private final Clock clock;

    RegisterPages(Agreements agreements, Ethics ethics, Successions successions, Clock clock) {
        this.successions = successions;
        this.agreements = agreements;
        this.ethics = ethics;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response) {
        LocalDate today = LocalDate.now(clock);
        Page<Agreement> found;
        try {
            found = agreements.published(words, AgreementStatus.of(status), Paging.page(page));
        } catch (Refused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("refusal", refused.getMessage());
            return "error/refused";
        }
        model.addAttribute("words", words);
        model.addAttribute(
                "status", AgreementStatus.of(status).map(AgreementStatus::code).orElse(""));
        model.addAttribute("statuses", AgreementStatus.values());
        model.addAttribute(
                "entries",
                found.map(agreement -> RegisterLine.of(agreement, today)).getContent());
        model.addAttribute("paging", Paging.of(found));
        return "register/list";
    }

    /** What the list shows, whole and with every partner, to be saved; page by page, so that no length takes much memory. */
    @GetMapping("/agreements.csv")
    void file(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String status,
            HttpServletResponse response)
            throws IOException {
        Page<Agreement> found;
        try {
            found = agreements.published(words, AgreementStatus.of(status), Paging.page(1));
        } catch (Refused refused) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refused.getMessage(), refused);
        }
        String register = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/register")
                .toUriString();
        var file = new RegisterFile(
                CsvTable.download(response, "register-of-agreements.csv", RegisterFile.headings()),
                register,
                LocalDate.now(clock));
        for (int page = 2; !found.isEmpty(); page++) {
            for (Agreement agreement : found) {
                file.add(agreement);
            }
            found = found.hasNext()
                    ? agreements.published(words, AgreementStatus.of(status), Paging.page(page))
                    : Page.empty();
        }
    }

    /** The algorithmic tools that agreements in force tell of, as they were published. */
    @GetMapping("/algorithms")
    String algorithms(Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "tools",
                ethics.projectsWithAlgorithms().stream()
                        .flatMap(project -> agreements.find(project).stream())
                        .filter(agreement -> agreement.statusOn(today) != AgreementStatus.ENDED)
                        .flatMap(agreement -> agreement.version().content().sections("algorithm").stream()
                                .flatMap(tool -> AlgorithmLine.of(agreement, tool).stream()))
                        .sorted(Comparator.comparing(AlgorithmLine::name, String.CASE_INSENSITIVE_ORDER))
                        .toList());
        return "register/algorithms";
    }

    /** As people type what they read on paper. */
    @GetMapping({"/", SMALL, WITH_SLASH})
    String asTyped(@PathVariable(required = false) @Nullable String typed) {
        return typed == null ? "redirect:/register" : "redirect:/register/" + typed.toUpperCase(Locale.ROOT);
    }

    @GetMapping(AGREEMENT)
    String entry(@PathVariable ProjectReference reference, Model model) {
        Agreement agreement = find(reference);
        model.addAttribute(
                "entry",
                RegisterEntry.of(
                        agreement, LocalDate.now(clock), successions.sinceThen(RegisterEntry.partiesOf(agreement))));
        return "register/entry";
    }

    @GetMapping(AGREEMENT + "/agreement.html")
    String document(@PathVariable ProjectReference reference, Model model) {
        Agreement agreement = find(reference);
        model.addAttribute("reference", reference);
        model.addAttribute("title", agreement.title());
        model.addAttribute("article", agreements.html(agreement.version()));
        return "register/agreement";
    }

    @GetMapping(AGREEMENT + "/agreement.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable ProjectReference reference) {
        AgreementVersion version = find(reference).version();
        return DocumentFiles.pdf(version.fileName(), agreements.pdf(version));
    }

    /** The content exactly as it was digested, so that anybody can check the digest. */
    @GetMapping(AGREEMENT + "/content.json")
    ResponseEntity<byte[]> content(@PathVariable ProjectReference reference) {
        return DocumentFiles.content(find(reference).version().canonicalJson());
    }

    private Agreement find(ProjectReference reference) {
        return agreements.find(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
