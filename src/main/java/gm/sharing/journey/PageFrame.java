package gm.sharing.journey;

import gm.sharing.Refused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** What the frame around every page needs to know, and the page that shows a refusal. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

    private final boolean demo;

    PageFrame(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @ModelAttribute("demo")
    boolean demo() {
        return demo;
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    @ExceptionHandler(Refused.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    ModelAndView refused(Refused refused, HttpServletRequest request) {
        return refusal(String.valueOf(refused.getMessage()), request);
    }

    /** It was tried several times. */
    @ExceptionHandler(ConcurrencyFailureException.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    ModelAndView overtaken(HttpServletRequest request) {
        return refusal(
                "Several people changed this project at the same moment, so what you did was not saved. Try again.",
                request);
    }

    private ModelAndView refusal(String words, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("error/refused");
        page.addObject("refusal", words);
        page.addObject("demo", demo);
        page.addObject("path", path(request));
        return page;
    }
}
