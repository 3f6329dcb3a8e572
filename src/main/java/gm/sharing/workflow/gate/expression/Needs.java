package gm.sharing.workflow.gate.expression;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The variables and answers without which a form's handler, a delegate or a method for expressions cannot do its work. A
 * model that uses it has to have them.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    String[] value() default {};

    /** The ids of the forms that have to be answered before, whichever way leads there. */
    String[] forms() default {};
}
