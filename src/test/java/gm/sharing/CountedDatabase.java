package gm.sharing;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets {@link RoundTrips} count what an application says to its database. */
class CountedDatabase implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? RoundTrips.counted(database) : bean;
    }
}
