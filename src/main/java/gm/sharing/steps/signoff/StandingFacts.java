package gm.sharing.steps.signoff;

import gm.sharing.code.Code;
import gm.sharing.code.CodesInForce;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Assurance;
import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Arrangements;
import gm.sharing.project.Flow;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.standing.About;
import gm.sharing.steps.screening.ProjectFacts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what tables of standing conditions are told. What the record does not hold is left out: nobody may take it for no. */
@Component
class StandingFacts {

    /** The toolkit's result of an organisation to which it does not apply. */
    static final String NOT_APPLICABLE = "not-applicable";

    static final String[] DPIA_STATES =
            Arrays.stream(DpiaStatus.values()).map(StandingFacts::code).toArray(String[]::new);

    private static final double DAYS_OF_A_MONTH = 365.25 / 12;

    private final Projects projects;
    private final Dpias dpias;
    private final ProjectFacts said;
    private final Directory directory;
    private final CodesInForce codes;
    private final Clock clock;

    StandingFacts(
            Projects projects, Dpias dpias, ProjectFacts said, Directory directory, CodesInForce codes, Clock clock) {
        this.projects = projects;
        this.dpias = dpias;
        this.said = said;
        this.directory = directory;
        this.codes = codes;
        this.clock = clock;
    }

    /** What a table is asked once. */
    record Asked(About about, Map<String, Object> facts) {}

    /**
     * For each recipient in each flow that the organisation sends or receives, with what holds for the whole project; for the project
     * alone when there is no such flow.
     *
     * @param read the names of the facts that the table reads
     */
    List<Asked> of(ProjectReference reference, OrganisationCode organisation, Set<String> read) {
        SharingProject project = projects.get(reference);
        Map<String, Object> ofProject = ofProject(project);
        ofProject.keySet().retainAll(read);
        Map<OrganisationCode, Map<String, Object>> recipients = new HashMap<>();
        Map<OrganisationCode, String> names = new HashMap<>();
        AssuranceSchemes schemes = new AssuranceSchemes(codes.now());
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < project.flows().size(); i++) {
            Flow flow = project.flows().get(i);
            if (flow.from().contains(organisation) || flow.to().contains(organisation)) {
                Map<String, Object> ofFlow = new HashMap<>(ofProject);
                ofFlow(flow, organisation, ofFlow);
                ofFlow.keySet().retainAll(read);
                for (OrganisationCode recipient : flow.to()) {
                    Map<String, Object> facts = new HashMap<>(ofFlow);
                    facts.putAll(recipients.computeIfAbsent(recipient, code -> {
                        Organisation found = directory.get(code);
                        names.put(code, found.name());
                        Map<String, Object> ofRecipient = ofRecipient(found, project, schemes);
                        ofRecipient.keySet().retainAll(read);
                        return ofRecipient;
                    }));
                    asked.add(new Asked(new About(i + 1, Objects.requireNonNull(names.get(recipient))), facts));
                }
            }
        }
        return asked.isEmpty() ? List.of(new Asked(new About(0, ""), ofProject)) : asked;
    }

    private Map<String, Object> ofProject(SharingProject project) {
        Map<String, Object> facts = new HashMap<>();
        put(facts, StandingFact.PARTNERS, (long) project.partners().size());
        Optional<Arrangements> arrangements = project.arrangements();
        put(facts, StandingFact.RETENTION_MONTHS, arrangements.map(set -> months(set.retained())));
        put(facts, StandingFact.OPEN_ENDED, arrangements.map(set -> set.endDate() == null));
        Optional<Dpia> dpia = dpias.find(project.reference());
        put(facts, StandingFact.DPIA, dpia.map(Dpia::status).map(StandingFacts::code));
        put(
                facts,
                StandingFact.RESIDUAL_HIGH,
                dpia.filter(assessed -> !assessed.risks().isEmpty())
                        .map(assessed -> assessed.riskRegister().staysHigh()));
        Map<String, Object> found = said.of(project.reference()).inputs();
        Consumer<StandingFact> same = fact -> put(facts, fact, found.get(fact.code()));
        if (project.needs().isPresent()) {
            Stream.of(
                            StandingFact.PERSONAL_DATA,
                            StandingFact.SPECIAL_CATEGORY,
                            StandingFact.CRIMINAL_OFFENCE,
                            StandingFact.PSEUDONYMISED,
                            StandingFact.CHILDREN,
                            StandingFact.VULNERABLE,
                            StandingFact.DATA_KINDS,
                            StandingFact.MATCHING)
                    .forEach(same);
        }
        if (dpia.flatMap(Dpia::screening).isPresent()) {
            Stream.of(StandingFact.AUTOMATED_DECISIONS, StandingFact.PROFILING, StandingFact.AI)
                    .forEach(same);
        }
        return facts;
    }

    private static void ofFlow(Flow flow, OrganisationCode organisation, Map<String, Object> facts) {
        put(facts, StandingFact.SENDS, flow.from().contains(organisation));
        put(facts, StandingFact.METHOD, flow.method());
        put(facts, StandingFact.COPY, flow.copyReason() != null);
        put(facts, StandingFact.LAW_ENFORCEMENT, flow.lawEnforcement());
        put(facts, StandingFact.CONFIDENTIAL_CARE, flow.confidentialCare());
        put(facts, StandingFact.ARTICLE6, flow.article6());
        put(facts, StandingFact.RECIPIENTS_ARTICLE6, flow.basisOfRecipients());
        put(facts, StandingFact.ARTICLE9, flow.article9());
        put(facts, StandingFact.SCHEDULE1, flow.schedule1());
        put(facts, StandingFact.CONFIDENTIALITY, flow.confidentiality());
        put(facts, StandingFact.OPT_OUT, flow.optOut());
        put(facts, StandingFact.POWERS, flow.powers());
    }

    private Map<String, Object> ofRecipient(Organisation recipient, SharingProject project, AssuranceSchemes schemes) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> facts = new HashMap<>();
        put(facts, StandingFact.RECIPIENT, recipient.code().value());
        put(facts, StandingFact.RECIPIENT_SECTOR, recipient.sector().code());
        put(
                facts,
                StandingFact.RECIPIENT_ROLE,
                project.partner(recipient.code()).map(partner -> partner.role().code()));
        Map<String, Assurance> assurances = recipient.particulars().assurances();
        toolkit(assurances, schemes, today).ifPresent(result -> {
            put(facts, StandingFact.DSPT, result.notApplicable() == null ? result.result() : NOT_APPLICABLE);
            if (result.validUntil() != null) {
                put(facts, StandingFact.DSPT_CURRENT, !result.isExpired(today));
            }
        });
        if (!assurances.isEmpty()) {
            put(
                    facts,
                    StandingFact.ASSURANCES,
                    assurances.values().stream()
                            .filter(one -> !one.isExpired(today))
                            .flatMap(one -> Stream.ofNullable(one.result()))
                            .sorted()
                            .toList());
        }
        LocalDate paidUntil = recipient.registration().icoExpiry();
        if (paidUntil != null) {
            put(facts, StandingFact.ICO_REGISTRATION_VALID, !today.isAfter(paidUntil));
        }
        return facts;
    }

    /** Of the toolkit's forms the one that the organisation reached; what counts still comes before what has expired. */
    private static Optional<Assurance> toolkit(
            Map<String, Assurance> assurances, AssuranceSchemes schemes, LocalDate today) {
        List<Assurance> submitted = schemes.schemes().stream()
                .filter(scheme -> scheme.is(AssuranceSchemes.TOOLKIT))
                .map(Code::code)
                .flatMap(scheme -> Stream.ofNullable(assurances.get(scheme)))
                .toList();
        return submitted.stream()
                .filter(one -> one.result() != null && !one.isExpired(today))
                .findFirst()
                .or(() -> submitted.stream().filter(one -> one.result() != null).findFirst())
                .or(() -> submitted.stream().findFirst());
    }

    /** Begun months count whole. */
    private static long months(Period kept) {
        return kept.toTotalMonths() + (long) Math.ceil(kept.get(ChronoUnit.DAYS) / DAYS_OF_A_MONTH);
    }

    private static String code(DpiaStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void put(Map<String, Object> facts, StandingFact fact, Optional<?> value) {
        value.ifPresent(known -> facts.put(fact.code(), known));
    }

    private static void put(Map<String, Object> facts, StandingFact fact, @Nullable Object value) {
        if (value != null) {
            facts.put(fact.code(), value);
        }
    }
}
