package gm.sharing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Forgets what the test classes before typed wrong: all come from one address and share applications, and whoever guesses there
 * makes others wait. So a class is alone with its own guesses, as when it runs by itself.
 */
class WrongPasswordsOfOthers implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext() && test.getAttribute(getClass().getName()) == null) {
            test.setAttribute(getClass().getName(), true);
            test.getApplicationContext().getBeanProvider(JdbcClient.class).ifAvailable(database -> database.sql(
                            "delete from sign_in_attempts")
                    .update());
        }
    }
}
