package gm.sharing.onboarding;

import gm.sharing.code.CodesInForce;
import gm.sharing.organisation.Assurance;
import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.Processor;
import gm.sharing.organisation.Signatory;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Facts of an organisation that have a last day, as its pages say them today. */
@Component
class ExpiringFacts {

    private static final Words WORDS = Words.in("onboarding/renewal");

    private final CodesInForce codes;

    ExpiringFacts(CodesInForce codes) {
        this.codes = codes;
    }

    /** The last day of the fact as it is today; empty when it has none, or there is no such fact any more. */
    Optional<LocalDate> lastDay(Organisation organisation, ExpiringKind kind, String row) {
        var said = organisation.particulars();
        return switch (kind) {
            case ICO_REGISTRATION ->
                Optional.ofNullable(organisation.registration().icoExpiry());
            case ASSURANCE -> Optional.ofNullable(said.assurances().get(row)).map(Assurance::validUntil);
            case SIGNATORY ->
                Optional.ofNullable(said.signatories().get(Integer.valueOf(row)))
                        .map(Signatory::until);
            case PROCESSOR_CONTRACT ->
                Optional.ofNullable(said.processors().get(Integer.valueOf(row))).map(Processor::contractEnd);
        };
    }

    /** What the fact is called, within a sentence. */
    String name(Organisation organisation, ExpiringKind kind, String row) {
        var said = organisation.particulars();
        return switch (kind) {
            case ICO_REGISTRATION -> WORDS.text("ico-registration");
            case ASSURANCE ->
                WORDS.text(
                        "assurance",
                        Map.of(
                                "scheme",
                                codes.now().table(AssuranceSchemes.SCHEMES).label(row)));
            case SIGNATORY ->
                WORDS.text(
                        "signatory",
                        Map.of(
                                "person",
                                Optional.ofNullable(said.signatories().get(Integer.valueOf(row)))
                                        .map(Signatory::name)
                                        .orElse(row)));
            case PROCESSOR_CONTRACT ->
                WORDS.text(
                        "processor-contract",
                        Map.of(
                                "processor",
                                Optional.ofNullable(said.processors().get(Integer.valueOf(row)))
                                        .map(Processor::name)
                                        .orElse(row)));
        };
    }
}
