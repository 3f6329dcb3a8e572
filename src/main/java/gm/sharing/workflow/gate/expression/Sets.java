package gm.sharing.workflow.gate.expression;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The variables that a form's handler, a delegate or something that speaks to the engine gives a process. A model may use
 * them where that form, delegate, message or process is used, and no other names. Whatever sets another variable fails in
 * every test that comes across it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sets {

    Variable[] value();

    /** One variable. */
    @Target({})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Variable {

        String name();

        Class<?> type() default String.class;

        /** The values of a text: an enum, by the method {@code code()} where it has one. */
        Class<?> codes() default void.class;

        /** The values of a text, where no enum has them. */
        String[] values() default {};

        /** Whom it names, or each of a list: a model may give tasks to them and tell them. */
        Whom whom() default Whom.ANYTHING;

        /** The ids of the forms, messages or processes with which it comes; none when it always comes. */
        String[] with() default {};

        /** Whether it can be used only in the sub-process that begins with the message. */
        boolean local() default false;
    }
}
