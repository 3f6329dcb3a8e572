package gm.sharing.steps.signoff;

import org.springframework.beans.factory.BeanFactory;

/** Does at once what a node does each minute with mandates that are over. */
public final class SettledMandates {

    private SettledMandates() {}

    public static void now(BeanFactory beans) {
        beans.getBean(MandatesThatEnd.class).leaveAll();
    }
}
