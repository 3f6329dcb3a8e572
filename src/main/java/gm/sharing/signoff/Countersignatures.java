package gm.sharing.signoff;

import gm.sharing.organisation.Person;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes second signatures, of partners for which the table sign-off-roles asks for two. */
@Service
@Transactional
public class Countersignatures {

    private final SignOffLedger ledger;
    private final FourEyesRule fourEyes;
    private final Grounds grounds;
    private final Clock clock;

    Countersignatures(SignOffLedger ledger, FourEyesRule fourEyes, Grounds grounds, Clock clock) {
        this.ledger = ledger;
        this.fourEyes = fourEyes;
        this.grounds = grounds;
        this.clock = clock;
    }

    /** A second signatory decides for the partner, which the first one alone could not bind. */
    public void countersign(SignOffId id, Countersignature countersignature, Person by) {
        var rule = fourEyes.of(id);
        var signOff = ledger.change(id, asked -> asked.countersign(countersignature, by, rule, clock.instant()));
        ledger.record(
                signOff,
                by.id(),
                "signoff.second-signature-decided",
                "The second signatory of %s (%s) decided about version %s: %s%s.%s"
                        .formatted(
                                ledger.name(signOff),
                                countersignature.role(),
                                signOff.agreedVersion(),
                                countersignature.decision().decision().label().toLowerCase(Locale.UK),
                                signOff.isLate() ? ", late" : "",
                                signOff.statement(Step.SECOND_SIGNATURE)
                                        .map(said -> said.words(grounds::inWords))
                                        .orElse("")));
    }
}
