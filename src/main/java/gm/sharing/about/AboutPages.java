package gm.sharing.about;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages that the foot of every page links to, for everybody. */
@Controller
class AboutPages {

    private final AboutTexts texts;

    AboutPages(AboutTexts texts) {
        this.texts = texts;
    }

    @GetMapping("/accessibility")
    String accessibility(Model model) {
        return show(AboutPage.ACCESSIBILITY, model);
    }

    @GetMapping("/privacy")
    String privacy(Model model) {
        return show(AboutPage.PRIVACY, model);
    }

    @GetMapping("/cookies")
    String cookies(Model model) {
        return show(AboutPage.COOKIES, model);
    }

    private String show(AboutPage page, Model model) {
        model.addAttribute("heading", page.label()).addAttribute("text", texts.html(page));
        return "about/about";
    }
}
