package gm.sharing.journey;

import gm.sharing.PlainText;
import gm.sharing.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.beans.PropertyEditorSupport;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** What the frame around every page needs to know, and the page that shows a refusal. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

    /** Where lines are written or pasted, and the one form that is read as a whole. */
    private static final Set<String> LINES = Set.of("reason", "note", "digest", "words", "typed");

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

    /** Whatever comes with an address or a form is cleaned here once; a page then sees no empty text that looks filled. */
    @InitBinder
    void typed(WebDataBinder binder) {
        boolean lines = LINES.contains(String.valueOf(binder.getObjectName()));
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String typed) {
                setValue(PlainText.of(typed, lines));
            }
        });
    }

    /** Names the field; nothing else can be wrong with an address that is one of ours. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    ModelAndView unreadable(MethodArgumentTypeMismatchException thrown, HttpServletRequest request) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refusal(label(thrown.getName()) + ": " + refused.getMessage() + ".", request);
            }
        }
        return refusal(label(thrown.getName()) + ": it cannot be understood.", request);
    }

    private static String label(String parameter) {
        var words = parameter.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.UK);
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** Sent by no browser. */
    @ExceptionHandler(MultipartException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    ModelAndView unreadable(HttpServletRequest request) {
        return refusal("What was sent is no form that can be read.", request);
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
