package gm.sharing.journey;

import gm.sharing.Conflicts;
import gm.sharing.PlainText;
import gm.sharing.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.beans.PropertyEditorSupport;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.propertyeditors.CustomNumberEditor;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
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

    private static final Logger LOG = LoggerFactory.getLogger(PageFrame.class);

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
        // A form that is read as a whole is a record, made at once; a field like "reason[0]" is none of it.
        binder.setDeclarativeBinding(true);
        // Unlike conversions, editors do not take the first of several.
        binder.registerCustomEditor(long.class, new CustomNumberEditor(Long.class, false));
        binder.registerCustomEditor(int.class, new CustomNumberEditor(Integer.class, false));
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            private boolean several;

            /** Several texts come here before they are put together to one. */
            @Override
            public void setValue(@Nullable Object value) {
                several |= value instanceof String[];
                super.setValue(value);
            }

            @Override
            public void setAsText(String typed) {
                try {
                    if (several) {
                        several = false;
                        throw new Refused("it was sent more than once. Open the page again and answer it once");
                    }
                    setValue(PlainText.of(typed, lines));
                } catch (Refused refused) {
                    // Only of this kind of exception it is said which field it was.
                    throw new IllegalArgumentException(refused.getMessage(), refused);
                }
            }
        });
    }

    /** Names the field; nothing else can be wrong with an address that is one of ours. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    ModelAndView unreadable(MethodArgumentTypeMismatchException thrown, HttpServletRequest request) {
        return refusal(complaint(thrown.getName(), thrown), request);
    }

    /** As {@link #unreadable}, of a form that is read as a whole. */
    @ExceptionHandler(BindException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    ModelAndView unreadable(BindException thrown, HttpServletRequest request) {
        return refusal(
                thrown.getFieldErrors().stream()
                        .map(error -> complaint(error.getField(), error.unwrap(TypeMismatchException.class)))
                        .collect(Collectors.joining(" ")),
                request);
    }

    private static String complaint(String field, Throwable thrown) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return label(field) + ": " + refused.getMessage() + ".";
            }
        }
        return label(field) + ": it cannot be understood.";
    }

    private static String label(String parameter) {
        var words = parameter.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.UK);
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** No page of ours leaves a field out. */
    @ExceptionHandler(MissingServletRequestParameterException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    ModelAndView missing(MissingServletRequestParameterException thrown, HttpServletRequest request) {
        return refusal(label(thrown.getParameterName()) + ": it was not sent. Open the page again.", request);
    }

    /** Sent by no browser. */
    @ExceptionHandler(MultipartException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    ModelAndView unreadable(HttpServletRequest request) {
        return refusal("What was sent is not a form that can be read.", request);
    }

    @ExceptionHandler(Refused.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    ModelAndView refused(Refused refused, HttpServletRequest request) {
        return refusal(String.valueOf(refused.getMessage()), request);
    }

    /** It was tried several times; one that comes each time is a fault that operators have to see. */
    @ExceptionHandler(NestedRuntimeException.class)
    ModelAndView overtaken(NestedRuntimeException thrown, HttpServletRequest request) {
        if (!Conflicts.isConflict(thrown)) {
            throw thrown;
        }
        LOG.warn(
                "conflict={},path={}",
                NestedExceptionUtils.getMostSpecificCause(thrown).getClass().getName(),
                path(request));
        var page = refusal(
                "Somebody changed the same at the same moment, so what you did was not saved. Try again.", request);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView refusal(String words, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("error/refused");
        page.addObject("refusal", words);
        page.addObject("demo", demo);
        page.addObject("path", path(request));
        return page;
    }
}
