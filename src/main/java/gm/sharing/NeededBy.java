package gm.sharing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what reads the answers of a form that are gathered in a record, or one of them, in the words that a process owner is
 * told when its question is taken out of the form: “the rule on lawful bases”.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeededBy {

    String value();
}
