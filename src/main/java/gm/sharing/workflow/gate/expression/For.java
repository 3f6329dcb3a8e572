package gm.sharing.workflow.gate.expression;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the handler of a form whose answers the record takes from these groups only; a task goes to no other. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface For {

    /** The groups as models write them, such as {@code signatory-${partner}}. */
    String[] value();
}
