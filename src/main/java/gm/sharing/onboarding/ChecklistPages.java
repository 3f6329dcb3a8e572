package gm.sharing.onboarding;

import gm.sharing.Paging;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import org.springframework.data.domain.Page;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Administrators of the service see which organisations are complete, and what the others still have to do. */
@Controller
class ChecklistPages {

    private static final String ALL = "all";

    private final Checklists checklists;

    ChecklistPages(Checklists checklists) {
        this.checklists = checklists;
    }

    /** @param show {@code all}, or anything else for those that are not complete */
    @GetMapping("/organisations/to-complete")
    String list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        if (!person.holds(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException(person.id());
        }
        boolean all = show.equals(ALL);
        Page<Checklist> found = checklists.find(all, Paging.page(page));
        model.addAttribute("all", all);
        model.addAttribute("lines", found.getContent());
        model.addAttribute("paging", Paging.of(found));
        return "onboarding/checklists";
    }
}
