package gm.sharing.directory;

import gm.sharing.Problem;
import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A page for each assurance scheme, signatory and processor of an organisation. */
@Controller
class RowPages {

    private static final String ROW =
            OrganisationPages.ORGANISATION + "/{rows:assurances|signatories|processors}/{row:[a-z0-9][a-z0-9-]{0,59}}";

    private final OrganisationPages organisations;
    private final RowChanges changes;
    private final ShownRows shown;

    RowPages(OrganisationPages organisations, RowChanges changes, ShownRows shown) {
        this.organisations = organisations;
        this.changes = changes;
        this.shown = shown;
    }

    @GetMapping(ROW)
    String ask(
            @PathVariable String code,
            @PathVariable("rows") String kind,
            @PathVariable String row,
            Person person,
            Model model) {
        Rows rows = Rows.of(kind);
        ShownRows.Typed now = typed(organisations.mine(code, person), rows, row);
        return page(code, rows, row, now, now.values(), now.version(), List.of(), model);
    }

    /** Nothing typed is lost when it is refused. */
    @PostMapping(ROW)
    String change(
            @PathVariable String code,
            @PathVariable("rows") String kind,
            @PathVariable String row,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> sent,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        OrganisationCode organisation = organisations.mine(code, person);
        Rows rows = Rows.of(kind);
        ShownRows.Typed now = typed(organisation, rows, row);
        MultiValueMap<String, String> typed = DayFields.joined(rows.facts(), sent);
        Optional<Map<String, List<String>>> kept = typed.containsKey("remove") ? Optional.empty() : Optional.of(typed);
        try {
            changes.change(organisation, rows, row, kept, version, person);
        } catch (Refused refused) {
            return page(
                    code,
                    rows,
                    row,
                    now,
                    typed.toSingleValueMap(),
                    refused instanceof ChangedSince ? now.version() : version,
                    FormPage.problems(refused, rows.facts()),
                    model);
        }
        afterwards.addFlashAttribute("saved", true);
        return "redirect:/organisations/" + code;
    }

    private ShownRows.Typed typed(OrganisationCode organisation, Rows rows, String row) {
        return shown.toChange(organisation, rows, row)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(
            String code,
            Rows rows,
            String row,
            ShownRows.Typed now,
            Map<String, String> typed,
            long version,
            List<Problem> problems,
            Model model) {
        return new FormPage(
                        now.organisation(),
                        now.heading(),
                        now.hint(),
                        "/organisations/" + code + "/" + rows.key() + "/" + row,
                        "/organisations/" + code,
                        version,
                        "Save",
                        !now.values().isEmpty())
                .shown(
                        Field.of(
                                rows.facts(),
                                typed,
                                problems,
                                fact -> fact.kind() == Fact.Kind.CHOICE ? now.options() : List.of()),
                        problems,
                        model);
    }
}
