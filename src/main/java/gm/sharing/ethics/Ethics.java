package gm.sharing.ethics;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.dpia.DpiaReopened;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the ethics panel advised on projects, and what the public is told of their algorithmic tools. */
@Service
@Transactional
public class Ethics {

    private static final Words EVENTS = Words.in("ethics/events");

    private static final String SILENCE = "ethics.unanswered";

    private final EthicsAdvices advices;
    private final Algorithms algorithms;
    private final Projects projects;
    private final AuditTrail events;
    private final Clock clock;

    Ethics(EthicsAdvices advices, Algorithms algorithms, Projects projects, AuditTrail events, Clock clock) {
        this.advices = advices;
        this.algorithms = algorithms;
        this.projects = projects;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps the panel's advice, which takes the place of earlier advice.
     *
     * @param by anybody of the panel but the person who leads the project
     */
    public void advise(ProjectReference reference, EthicsAdvice advice, Person by) {
        if (projects.get(reference).lead().equals(by.id())) {
            throw new Refused("You lead this project, so somebody else on the ethics panel has to advise.");
        }
        latest(reference).ifPresent(StoredEthicsAdvice::lapse);
        advices.save(new StoredEthicsAdvice(reference, advice, now(by)));
        events.record(
                reference.value(),
                by.id(),
                "ethics.advised",
                EVENTS.text("advised", Map.of("view", advice.advice().label())));
    }

    /** Records that the panel was asked and did not advise in time. */
    public void closeUnanswered(ProjectReference reference) {
        events.record(reference.value(), Event.SYSTEM, SILENCE, EVENTS.text("unanswered"));
    }

    /** Whether the panel was asked once and there is no advice on the project as it is assessed now. */
    @Transactional(readOnly = true)
    public boolean wasSilent(ProjectReference reference) {
        return !adviceStands(reference)
                && !events.whoDid(reference.value(), Set.of(SILENCE)).isEmpty();
    }

    /** Whether there is advice on the project as it is assessed now, so that the panel need not be asked. */
    @Transactional(readOnly = true)
    public boolean adviceStands(ProjectReference reference) {
        return adviceOf(reference).filter(GivenEthicsAdvice::stands).isPresent();
    }

    /** The panel's last advice, whether or not it still stands. */
    @Transactional(readOnly = true)
    public Optional<GivenEthicsAdvice> adviceOf(ProjectReference reference) {
        return latest(reference).map(StoredEthicsAdvice::given);
    }

    /** What the panel's support depends on, as far as its advice stands; empty when it set no conditions. */
    @Transactional(readOnly = true)
    public Optional<String> conditions(ProjectReference reference) {
        return adviceOf(reference)
                .filter(GivenEthicsAdvice::stands)
                .map(GivenEthicsAdvice::advice)
                .filter(advice -> advice.advice() == EthicsView.SUPPORT_WITH_CONDITIONS)
                .map(EthicsAdvice::conditions);
    }

    /** Keeps what the public is told of the project's algorithmic tool. */
    public void recordAlgorithm(ProjectReference reference, AlgorithmRecord tool, Person by) {
        algorithms
                .findById(reference.value())
                .ifPresentOrElse(
                        stored -> stored.replace(tool), () -> algorithms.save(new StoredAlgorithm(reference, tool)));
        events.record(
                reference.value(),
                by.id(),
                "ethics.algorithm-recorded",
                EVENTS.text("algorithm-recorded", Map.of("tool", tool.name())));
    }

    /** What the public is told of the project's algorithmic tool; empty when it uses none. */
    @Transactional(readOnly = true)
    public Optional<AlgorithmRecord> algorithmOf(ProjectReference reference) {
        return algorithms.findById(reference.value()).map(StoredAlgorithm::tool);
    }

    /** The projects with an algorithmic tool on record, whether or not their agreements are published. */
    @Transactional(readOnly = true)
    public List<ProjectReference> projectsWithAlgorithms() {
        return algorithms.findAll().stream().map(StoredAlgorithm::project).toList();
    }

    /** An assessment that is opened again is about another project than the one that the panel saw. */
    @EventListener
    void reopened(DpiaReopened dpia) {
        if (adviceStands(dpia.reference())) {
            latest(dpia.reference()).ifPresent(StoredEthicsAdvice::lapse);
            events.record(dpia.reference().value(), Event.SYSTEM, "ethics.advice-lapsed", EVENTS.text("advice-lapsed"));
        }
    }

    private Optional<StoredEthicsAdvice> latest(ProjectReference reference) {
        return advices.findFirstByProjectOrderByIdDesc(reference.value());
    }

    private By now(Person person) {
        return By.of(person, clock.instant());
    }
}
