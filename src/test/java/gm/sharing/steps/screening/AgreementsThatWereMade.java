package gm.sharing.steps.screening;

import static gm.sharing.dpia.ScreeningOutcome.REQUIRED;

import java.util.List;
import java.util.stream.Stream;

/** Agreements that were really made. */
final class AgreementsThatWereMade extends Situations {

    private AgreementsThatWereMade() {}

    /** By their entries in the registers of NHS Digital's releases and of the Digital Economy Act. */
    static Stream<Situation> all() {
        return Stream.of(
                situation(
                        "DARS-NIC-193456: 28 commissioners plan services and predict admissions from linked pseudonyms",
                        List.of(HEALTH),
                        "patients",
                        "population",
                        "matching profiling support",
                        REQUIRED,
                        EVALUATES,
                        SENSITIVE_AT_SCALE,
                        PROFILING_AT_SCALE,
                        MATCHING,
                        TARGETING,
                        SCORING,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE),
                situation(
                        "DARS-NIC-388913: records of surgeries tell a commissioner who is at risk in the pandemic",
                        List.of(HEALTH),
                        "patients",
                        "population",
                        "matching profiling invisible",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        PROFILING_AT_SCALE,
                        MATCHING,
                        TARGETING,
                        INVISIBLE,
                        SCORING,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE),
                situation(
                        "Salford's births and deaths, linked to hospital, surgery and social care records for audits",
                        List.of(PLAIN, HEALTH),
                        "residents children",
                        "population",
                        "matching unexpected invisible",
                        REQUIRED,
                        SENSITIVE_AT_SCALE,
                        MATCHING,
                        INVISIBLE,
                        SENSITIVE,
                        LARGE,
                        UNEXPECTED,
                        VULNERABLE),
                situation(
                        "DARS-NIC-110660: invoices are checked and an algorithm scores patients by linked records",
                        List.of(HEALTH, PLAIN),
                        "patients children",
                        "population",
                        "matching profiling support",
                        REQUIRED,
                        EVALUATES,
                        SENSITIVE_AT_SCALE,
                        PROFILING_AT_SCALE,
                        MATCHING,
                        TARGETING,
                        SCORING,
                        SENSITIVE,
                        LARGE,
                        VULNERABLE),
                situation(
                        "National Fraud Initiative: tax records are matched with councils' and the matches scored",
                        List.of(MONEY, HOME),
                        "residents",
                        "over-10000",
                        "matching unexpected profiling invisible",
                        REQUIRED,
                        PROFILING_AT_SCALE,
                        MATCHING,
                        INVISIBLE,
                        SCORING,
                        SENSITIVE,
                        LARGE,
                        UNEXPECTED));
    }
}
