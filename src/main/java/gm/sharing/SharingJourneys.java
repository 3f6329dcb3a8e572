package gm.sharing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Multi-agency approval journeys: from a proposal to share information to the published agreement. */
@SpringBootApplication
public class SharingJourneys {

    public static void main(String[] args) {
        SpringApplication.run(SharingJourneys.class, args);
    }
}
