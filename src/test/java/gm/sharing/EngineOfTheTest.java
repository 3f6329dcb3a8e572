package gm.sharing;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.CockpitRuntimeDelegate;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Makes the REST API and the web applications of a test speak to the engine of that test: they look it up by name for the
 * whole virtual machine, in which the contexts of other tests live on. The web applications remember what they looked up, so that
 * they begin anew, as with the start of an application, when another engine's tests come.
 */
class EngineOfTheTest implements TestExecutionListener {

    private static @Nullable ProcessEngine lookedUp;
    private static @Nullable CockpitRuntimeDelegate ofTheTest;

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext().getBeanProvider(ProcessEngine.class).ifAvailable(EngineOfTheTest::isLookedUp);
        }
    }

    private static void isLookedUp(ProcessEngine engine) {
        ProcessEngines.registerProcessEngine(engine);
        // Whatever application started or ended since then has set its own, or none.
        if (lookedUp != engine || Cockpit.getRuntimeDelegate() != ofTheTest) {
            lookedUp = engine;
            ofTheTest = new DefaultCockpitRuntimeDelegate();
            Cockpit.setCockpitRuntimeDelegate(ofTheTest);
            Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
            Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
            Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
        }
    }
}
