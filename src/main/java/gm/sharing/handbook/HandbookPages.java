package gm.sharing.handbook;

import gm.sharing.handbook.HandbookTexts.Page;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where everybody who is signed in can read up what is done, by whom and by when. */
@Controller
@RequestMapping("/handbook")
class HandbookPages {

    private static final String STEP = "handbook/step";

    private final HandbookTexts texts;
    private final Articles articles;

    HandbookPages(HandbookTexts texts, Articles articles) {
        this.texts = texts;
        this.articles = articles;
    }

    @GetMapping
    String stages(Model model) {
        model.addAttribute("times", texts.timesToDecide());
        model.addAttribute("chapters", texts.chapters());
        return "handbook/stages";
    }

    @GetMapping("/steps/{process:[\\w.-]{1,100}}/{step:[\\w.-]{1,100}}")
    String step(@PathVariable String process, @PathVariable String step, Model model) {
        return show(texts.step(process, step), model);
    }

    @GetMapping("/start/{process:[\\w.-]{1,100}}")
    String start(@PathVariable String process, Model model) {
        return show(texts.start(process), model);
    }

    @GetMapping("/deadlines")
    String deadlines(Model model) {
        model.addAttribute("times", texts.timesToDecide());
        model.addAttribute("tables", texts.deadlines());
        return "handbook/deadlines";
    }

    @GetMapping("/glossary")
    String glossary(Model model) {
        model.addAttribute("terms", articles.terms());
        return "handbook/glossary";
    }

    @GetMapping("/examples")
    String examples(Model model) {
        model.addAttribute("examples", articles.examples());
        return "handbook/examples";
    }

    private static String show(Optional<Page> page, Model model) {
        model.addAttribute("it", page.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return STEP;
    }
}
