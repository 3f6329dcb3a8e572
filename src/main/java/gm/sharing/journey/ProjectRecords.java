package gm.sharing.journey;

import gm.sharing.Dates;
import gm.sharing.Paging;
import gm.sharing.agreement.Agreement;
import gm.sharing.agreement.AgreementVersion;
import gm.sharing.agreement.Agreements;
import gm.sharing.consultation.ConsultationState;
import gm.sharing.consultation.PriorConsultation;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.RiskMap;
import gm.sharing.measure.Measures;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Arrangements;
import gm.sharing.project.Partner;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.SharingProject;
import gm.sharing.signoff.Round;
import gm.sharing.signoff.Rounds;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a person may read of a project. */
@Service
@Transactional(readOnly = true)
class ProjectRecords {

    private static final Words WORDS = Words.in("journey/record");

    private final Agreements agreements;
    private final AnsweredForms answered;
    private final OwnConditions conditions;
    private final PriorConsultations consultations;
    private final Directory directory;
    private final Dpias dpias;
    private final MeasureRegister register;
    private final Measures measures;
    private final OpenTasks openTasks;
    private final WaitingTasks tasks;
    private final ProjectHistory history;
    private final PartnerStandings partners;
    private final Rounds rounds;
    private final PartnersTimes times;
    private final Standstill standstill;
    private final Clock clock;

    ProjectRecords(
            Agreements agreements,
            AnsweredForms answered,
            OwnConditions conditions,
            PriorConsultations consultations,
            Directory directory,
            Dpias dpias,
            MeasureRegister register,
            Measures measures,
            OpenTasks openTasks,
            WaitingTasks tasks,
            ProjectHistory history,
            PartnerStandings partners,
            Rounds rounds,
            PartnersTimes times,
            Standstill standstill,
            Clock clock) {
        this.agreements = agreements;
        this.answered = answered;
        this.conditions = conditions;
        this.consultations = consultations;
        this.directory = directory;
        this.dpias = dpias;
        this.register = register;
        this.measures = measures;
        this.openTasks = openTasks;
        this.tasks = tasks;
        this.history = history;
        this.partners = partners;
        this.rounds = rounds;
        this.times = times;
        this.standstill = standstill;
        this.clock = clock;
    }

    ProjectRecord of(ProjectAccess access) {
        SharingProject project = access.project();
        Instant left = access.leftAt();
        if (left != null) {
            return lookingBack(access, left);
        }
        directory.readTogether(
                project.partners().stream().map(Partner::organisation).toList());
        List<OpenTask> open = openTasks.of(project.reference());
        List<ProjectRecord.Waiting> waiting = tasks.of(open, access);
        List<SentStep> sent = answered.sent(access);
        Agreement agreement = agreements.find(project.reference()).orElse(null);
        return new ProjectRecord(
                project,
                ledBy(project),
                project.arrangements()
                        .map(set -> project.signOffRuleNow().words(directory::nameOf))
                        .orElse(null),
                null,
                Stage.of(project, open, agreement == null ? null : agreement.statusOn(LocalDate.now(clock))),
                waiting,
                WaitsFor.of(waiting, access.maySeeEveryReview(), clock.instant()),
                WaitingTasks.together(open, access.person()),
                standstill.of(project.reference()).map(ProjectRecords::stopped).orElse(null),
                partners.of(access),
                partners.signaturesOf(access),
                times.of(access),
                documents(access),
                agreement,
                dpias.find(project.reference()).map(Dpia::headline).orElse(null),
                assessment(project.reference()),
                whyDpia(access, sent),
                risks(access),
                register.standing(measures.of(project.reference())),
                beforeStart(project),
                consultations(project),
                sent,
                answered.of(access, sent),
                conditions.of(access),
                history.find(access, HistoryFilter.ALL, Paging.page(1)),
                access.mayWithdraw(),
                access.mayStop());
    }

    private ProjectRecord lookingBack(ProjectAccess access, Instant left) {
        SharingProject project = access.project();
        return new ProjectRecord(
                project,
                ledBy(project),
                null,
                Dates.day(left),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                PartnersTime.NONE,
                documents(access),
                null,
                null,
                null,
                null,
                null,
                register.standing(List.of()),
                null,
                List.of(),
                List.of(),
                answered.of(access, List.of()),
                conditions.of(access),
                history.find(access, HistoryFilter.ALL, Paging.page(1)),
                false,
                false);
    }

    /** A project that ended starts nothing. */
    private ProjectRecord.@Nullable BeforeStart beforeStart(SharingProject project) {
        LocalDate firstDay = project.arrangements().map(Arrangements::startDate).orElse(null);
        if (firstDay == null
                || project.status() == ProjectStatus.WITHDRAWN
                || project.status() == ProjectStatus.STOPPED) {
            return null;
        }
        List<String> missing = MeasureRegister.missingAtTheStart(measures.of(project.reference()), firstDay);
        return missing.isEmpty()
                ? null
                : new ProjectRecord.BeforeStart(Dates.day(firstDay), !firstDay.isAfter(LocalDate.now(clock)), missing);
    }

    private static String stopped(Standstill.Stop stop) {
        Instant since = stop.since();
        return WORDS.text(
                since == null ? "stopped" : "stopped-since",
                Map.of(
                        "moment",
                        since == null ? "" : Dates.moment(since),
                        "what",
                        WORDS.text(stop.triedAgain() ? "tried-again" : "told")));
    }

    private @Nullable String assessment(ProjectReference reference) {
        return dpias.find(reference)
                .filter(dpia -> dpia.isDecided() || WhyDpia.isNeeded(dpia))
                .map(dpia -> WORDS.text(dpia.status() == DpiaStatus.NOT_REQUIRED ? "read-decision" : "read-assessment"))
                .orElse(null);
    }

    /** Partners read them once it is decided what follows from them. */
    private @Nullable WhyDpia whyDpia(ProjectAccess access, List<SentStep> sent) {
        return dpias.find(access.project().reference())
                .filter(dpia -> access.maySeeDrafts() || dpia.isDecided())
                .flatMap(dpia -> WhyDpia.of(dpia, sent))
                .orElse(null);
    }

    /** Partners read the risks that were approved; those still being weighed are the lead organisation's. */
    private @Nullable RiskMap risks(ProjectAccess access) {
        return dpias.find(access.project().reference())
                .filter(dpia -> access.maySeeDrafts() || dpia.status() == DpiaStatus.APPROVED)
                .map(dpia -> RiskMap.of(dpia.risks()))
                .filter(map -> !map.isEmpty())
                .orElse(null);
    }

    /** Versions that were sent to the person's organisation; for those who may see drafts, all. Newest first. */
    List<AgreementVersion> documents(ProjectAccess access) {
        ProjectReference reference = access.project().reference();
        Set<String> sent = rounds.of(reference).stream()
                .filter(round -> access.knowsOf(round.openedAt()))
                .map(Round::agreedVersion)
                .collect(Collectors.toSet());
        List<AgreementVersion> documents = new ArrayList<>(agreements.versions(reference));
        documents.removeIf(version ->
                !access.maySeeDrafts() && !(sent.contains(version.number()) && access.isPartyTo(version.content())));
        Collections.reverse(documents);
        return documents;
    }

    String ledBy(SharingProject project) {
        OrganisationCode partnership = project.onBehalfOf();
        String leader = directory.nameOf(project.leadOrganisation());
        return partnership == null
                ? leader
                : WORDS.text("on-behalf-of", Map.of("leader", leader, "partnership", directory.nameOf(partnership)));
    }

    private List<ProjectRecord.ConsultationStanding> consultations(SharingProject project) {
        return consultations.of(project.reference()).stream()
                .map(consultation -> standing(consultation, project))
                .toList();
    }

    private ProjectRecord.ConsultationStanding standing(PriorConsultation consultation, SharingProject project) {
        boolean endedWithTheProject = project.status().isEnd() && consultation.state() != ConsultationState.ENDED;
        return new ProjectRecord.ConsultationStanding(
                endedWithTheProject
                        ? WORDS.text("ended-with-the-project")
                        : consultation.state().label(),
                !endedWithTheProject && consultation.isOverdue(LocalDate.now(clock)),
                consultation.facts());
    }
}
