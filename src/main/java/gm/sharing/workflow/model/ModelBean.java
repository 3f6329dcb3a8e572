package gm.sharing.workflow.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A bean that models may name in expressions. No other bean can be reached from a model. One whose methods a model calls is
 * a public class; one that is only named as a delegate need not be.
 */
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelBean {

    /** The name that models use. */
    @AliasFor(annotation = Component.class)
    String value();

    /** The ids of the processes that may use it; none for what any may use, because it changes nothing. */
    String[] in() default {};
}
