package gm.sharing.directory;

import gm.sharing.Refused;
import gm.sharing.organisation.Consent;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes over what somebody gave of the consent of an organisation to whoever acts for it. */
@Component
class Consents {

    private static final Words WORDS = Words.in("organisation/consent");

    private static final Map<Fact, Consent.Act> ACTS = Map.of(
            Fact.CONSENT_REVIEW, Consent.Act.REVIEW,
            Fact.CONSENT_AGREE, Consent.Act.AGREE,
            Fact.CONSENT_SIGN, Consent.Act.SIGN);

    private final Clock clock;

    Consents(Clock clock) {
        this.clock = clock;
    }

    /**
     * Gives or withdraws it.
     *
     * @throws Refused when nobody acts for the organisation, or something is missing or cannot be
     */
    void apply(Organisation organisation, Given given) {
        if (Part.CONSENT.facts().stream().allMatch(fact -> given.text(fact) == null)) {
            organisation.particulars().withdrawConsent();
            return;
        }
        OrganisationCode acting = organisation.actedForBy();
        if (acting == null || organisation.succession().isPresent()) {
            throw Refused.of(Fact.CONSENT_BY.key(), WORDS.text(acting == null ? "nobody-acts" : "part-of"));
        }
        organisation
                .particulars()
                .consent(
                        new Consent(
                                acting,
                                given.text(Fact.CONSENT_BY),
                                given.text(Fact.CONSENT_POST),
                                given.day(Fact.CONSENT_ON),
                                given.text(Fact.CONSENT_EVIDENCE),
                                given.day(Fact.CONSENT_UNTIL),
                                Consent.codes(ACTS.entrySet().stream()
                                        .filter(act -> given.ticked(act.getKey()))
                                        .map(Map.Entry::getValue)
                                        .collect(Collectors.toSet()))),
                        LocalDate.now(clock));
    }
}
