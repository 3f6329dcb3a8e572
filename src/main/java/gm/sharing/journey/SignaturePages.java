package gm.sharing.journey;

import gm.sharing.Refused;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignatureWithdrawals;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a signatory takes back the signature of a partner. */
@Controller
@RequestMapping("/projects/{reference:SJ-\\d{4}-\\d{4,6}}/signatures/{partner:[a-z0-9]+}/withdraw")
class SignaturePages {

    private final ProjectGate gate;
    private final SignatureWithdrawals withdrawals;
    private final Directory directory;

    SignaturePages(ProjectGate gate, SignatureWithdrawals withdrawals, Directory directory) {
        this.gate = gate;
        this.withdrawals = withdrawals;
        this.directory = directory;
    }

    @GetMapping
    String form(
            @PathVariable ProjectReference reference,
            @PathVariable OrganisationCode partner,
            Person person,
            Model model) {
        var access = gate.open(reference, person);
        var signature = signature(reference, partner, person).orElseThrow(() -> refusal(reference, partner, person));
        return page(access, signature, model);
    }

    /** Nothing typed is lost when it is refused, as long as there is something left to withdraw. */
    @PostMapping
    String withdraw(
            @PathVariable ProjectReference reference,
            @PathVariable OrganisationCode partner,
            @RequestParam String reason,
            Person person,
            Model model,
            RedirectAttributes afterwards) {
        var access = gate.open(reference, person);
        try {
            withdrawals.withdraw(reference, partner, reason, person);
        } catch (Refused refused) {
            var signature = signature(reference, partner, person).orElseThrow(() -> refused);
            model.addAttribute("reason", reason);
            model.addAttribute("refusal", refused.getMessage());
            return page(access, signature, model);
        }
        afterwards.addFlashAttribute("signatureWithdrawn", directory.nameOf(partner));
        return "redirect:/projects/" + reference;
    }

    /** A signatory is told why there is nothing to withdraw; for everybody else the page does not exist. */
    private static RuntimeException refusal(ProjectReference reference, OrganisationCode partner, Person person) {
        return person.holds(Role.SIGNATORY, partner)
                ? new Refused("There is no signature to withdraw: your organisation has not signed, or the agreement is"
                        + " published or about to be. Speak to the project lead.")
                : new AccessDeniedException("There is no signature that " + person.id() + " may withdraw for " + partner
                        + " in " + reference);
    }

    private Optional<SignOff> signature(ProjectReference reference, OrganisationCode partner, Person person) {
        return withdrawals.openTo(person, reference).stream()
                .filter(signOff -> signOff.partner().equals(partner))
                .findFirst();
    }

    private String page(ProjectAccess access, SignOff signature, Model model) {
        model.addAttribute("project", access.project());
        model.addAttribute("version", signature.agreedVersion());
        model.addAttribute("partner", signature.partner());
        model.addAttribute("organisation", directory.nameOf(signature.partner()));
        return "journey/withdraw-signature";
    }
}
