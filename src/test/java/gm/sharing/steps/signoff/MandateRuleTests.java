package gm.sharing.steps.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.document.Change;
import gm.sharing.mandate.MandateKinds;
import gm.sharing.organisation.OrganisationCode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of which kind a change is for a partner that gave a mandate: what is its own is never what passes between others. */
class MandateRuleTests {

    private static final OrganisationCode BOLTON = new OrganisationCode("bolton");

    @ParameterizedTest
    @CsvSource({
        "partner, bury, partner",
        "partner, bolton, own-part",
        "flow, bury wigan, partner",
        "flow, bolton bury, flow",
        "lawful-basis, bury wigan, partner",
        "lawful-basis, bury bolton, lawful-basis",
        "lawful-basis, '', lawful-basis",
        "partner-details, bury, partner-details",
        "partner-details, bolton, partner-details",
        "arrangements, '', arrangements",
        "arrangements/onward-use, '', arrangements.onward-use",
        "arrangements/rights, '', arrangements.rights",
        "purpose, '', purpose"
    })
    void saysOfAChangeWhatItIsForThePartner(String section, String touches, String kind) {
        Set<OrganisationCode> touched = Stream.of(touches.split(" "))
                .filter(code -> !code.isEmpty())
                .map(OrganisationCode::new)
                .collect(Collectors.toSet());

        String[] named = section.split("/");
        var change = new Change(named[0], named.length > 1 ? named[1] : "", "Title", "before", "after", touched);
        assertThat(MandateRule.kind(change, BOLTON)).isEqualTo(kind);
        assertThat(MandateKinds.NEVER).doesNotContain(MandateKinds.OTHERS);
    }
}
