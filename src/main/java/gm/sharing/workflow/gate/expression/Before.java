package gm.sharing.workflow.gate.expression;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the handler of a form whose answer the record does not take any more once one of these forms was answered. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Before {

    /** The ids of the forms. */
    String[] value();
}
