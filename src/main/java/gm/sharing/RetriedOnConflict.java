package gm.sharing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.retry.annotation.Retryable;

/**
 * What a person does on a page is done again, up to five times, when somebody changed the same at that moment. It goes on
 * a service's own transaction, never within another: only the whole can be done again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Retryable(exceptionExpression = "T(gm.sharing.Conflicts).isConflict(#root)", maxAttempts = 5)
public @interface RetriedOnConflict {}
