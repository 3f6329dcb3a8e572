package gm.sharing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.Ordered;
import org.springframework.retry.annotation.EnableRetry;

/** Multi-agency approval journeys: from a proposal to share information to the published agreement. */
@SpringBootApplication
@EnableRetry(order = SharingJourneys.OUTSIDE_TRANSACTIONS)
public class SharingJourneys {

    static final int OUTSIDE_TRANSACTIONS = Ordered.LOWEST_PRECEDENCE - 1;

    public static void main(String[] args) {
        SpringApplication.run(SharingJourneys.class, args);
    }
}
