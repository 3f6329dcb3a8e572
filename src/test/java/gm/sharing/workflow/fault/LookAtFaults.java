package gm.sharing.workflow.fault;

import org.springframework.beans.factory.BeanFactory;

/** Has tests of pages not wait for the watch's turn. */
public final class LookAtFaults {

    private LookAtFaults() {}

    public static void now(BeanFactory beans) {
        beans.getBean(FaultWatch.class).look();
    }
}
