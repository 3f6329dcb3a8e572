package gm.sharing.journey;

import gm.sharing.SoughtWords;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Successions;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds organisations by what people call them. */
@Component
class CalledOrganisations {

    private final Successions successions;

    CalledOrganisations(Successions successions) {
        this.successions = successions;
    }

    /** Those whose name, today's or one of before, holds all these words. */
    Set<OrganisationCode> called(String typed) {
        SoughtWords words = new SoughtWords(typed);
        return successions.everyName().entrySet().stream()
                .filter(named -> named.getValue().stream().anyMatch(words::standIn))
                .map(named -> new OrganisationCode(named.getKey()))
                .collect(Collectors.toSet());
    }
}
