package gm.sharing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * A {@link DemoApplication} for tests at the doors of the engine, who count and list all that it holds: what the many other tests
 * leave in theirs is not in it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DemoApplication
@TestPropertySource(properties = "test.application=door")
public @interface DoorApplication {}
