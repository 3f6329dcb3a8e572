package gm.sharing.measure;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Effect;
import gm.sharing.dpia.GradedRisk;
import gm.sharing.dpia.Improvement;
import gm.sharing.ethics.Ethics;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Person;
import gm.sharing.project.Arrangements;
import gm.sharing.project.Owners;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The measures of all assessments and the conditions of all agreements. Every change of state leaves an event. */
@Service
@Transactional
public class Measures {

    private static final Words EVENTS = Words.in("measure/events");

    private final StoredMeasures measures;
    private final SoughtMeasures sought;
    private final Dpias dpias;
    private final ConditionPromises conditions;
    private final Ethics ethics;
    private final Projects projects;
    private final Owners owners;
    private final FollowUps followUps;
    private final AuditTrail events;
    private final Clock clock;

    Measures(
            StoredMeasures measures,
            SoughtMeasures sought,
            Dpias dpias,
            ConditionPromises conditions,
            Ethics ethics,
            Projects projects,
            Owners owners,
            FollowUps followUps,
            AuditTrail events,
            Clock clock) {
        this.measures = measures;
        this.sought = sought;
        this.dpias = dpias;
        this.conditions = conditions;
        this.ethics = ethics;
        this.projects = projects;
        this.owners = owners;
        this.followUps = followUps;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps what the project's approved assessment promises. Measures of an earlier version that it no longer promises are
     * dropped, those that it promises unchanged keep their state, changed ones are asked for anew. Nobody is asked before the
     * agreement is published: until then they hold nobody up and may still change.
     */
    public void promise(ProjectReference reference) {
        follow(reference, promises(reference), measure -> !measure.origin().isCondition());
    }

    /**
     * Follows up the measures of the project's assessment and the conditions of the signatures on its agreement, which is
     * being published. Saying so again changes nothing.
     */
    public void followUp(ProjectReference reference) {
        of(reference).stream()
                .filter(measure -> measure.isOpen() && !followUps.isAsked(measure))
                .forEach(followUps::begin);
        follow(reference, conditions.of(reference), measure -> measure.origin().isCondition())
                .forEach(this::begin);
    }

    /**
     * @param which are kept by these promises
     * @return those whose owners have to be asked anew
     */
    private List<Measure> follow(ProjectReference reference, List<Promise> promises, Predicate<Measure> which) {
        List<Measure> anew = new ArrayList<>();
        List<Measure> known = of(reference).stream().filter(which).toList();
        Set<Measure> kept = new HashSet<>();
        for (Promise promise : promises) {
            Measure measure =
                    known.stream().filter(one -> one.isFor(promise)).findFirst().orElse(null);
            if (measure == null) {
                anew.add(measures.save(new Measure(reference, promise)));
            } else {
                kept.add(measure);
                if (measure.renew(promise)) {
                    followUps.end(measure);
                    anew.add(measure);
                }
            }
        }
        known.stream().filter(measure -> !kept.contains(measure)).forEach(this::drop);
        return anew;
    }

    private List<Promise> promises(ProjectReference reference) {
        Dpia dpia = dpias.get(reference);
        return Stream.of(
                        dpia.risks().stream()
                                .filter(graded -> graded.risk().effect() != Effect.ACCEPTED)
                                .map(Measures::promise),
                        dpia.adviceRound().improvements().stream().map(this::promise),
                        ethics.conditions(reference).stream().map(conditions -> promise(reference, conditions)))
                .flatMap(Function.identity())
                .toList();
    }

    /** What the ethics panel asks for is the lead's to do before the sharing starts. */
    private Promise promise(ProjectReference reference, String conditions) {
        LocalDate today = LocalDate.now(clock);
        LocalDate start = projects.get(reference)
                .arrangements()
                .map(Arrangements::startDate)
                .filter(day -> day.isAfter(today))
                .orElse(today.plusMonths(1));
        return new Promise(Origin.ofEthics(), conditions, Owners.LEAD, owners.nameOf(Owners.LEAD), start);
    }

    private static Promise promise(GradedRisk graded) {
        var risk = graded.risk();
        return new Promise(
                Origin.ofRisk(risk.number()), risk.measure(), risk.owner(), graded.ownerName(), risk.dueDate());
    }

    private Promise promise(Improvement improvement) {
        return new Promise(
                Origin.ofSection(improvement.section().code()),
                improvement.comment(),
                improvement.owner(),
                owners.nameOf(improvement.owner()),
                improvement.due());
    }

    private void begin(Measure measure) {
        if (measure.isOpen()) {
            followUps.begin(measure);
        }
    }

    private void drop(Measure measure) {
        if (measure.status() != MeasureStatus.DROPPED) {
            measure.drop();
            followUps.end(measure);
            record(
                    measure,
                    Event.SYSTEM,
                    "dropped",
                    EVENTS.text("dropped", Map.of("origin", measure.origin().words())));
        }
    }

    /** Ends what is open in a project that ended before its agreement was published. */
    public void end(ProjectReference reference) {
        of(reference).stream().filter(Measure::isOpen).forEach(this::drop);
    }

    /**
     * Takes what its owner says: that it is in place and how that can be seen, or by when it will be and why not yet.
     *
     * @return the measure as it is now
     */
    public Measure answer(long id, MeasureAnswer answer, Person by) {
        Measure measure = get(id);
        measure.answer(answer, By.of(by, clock.instant()));
        if (measure.isOpen()) {
            record(
                    measure,
                    by.id(),
                    "put-off",
                    EVENTS.text(
                            "put-off",
                            Map.of(
                                    "origin", measure.origin().words(),
                                    "date", measure.due().map(Dates::day).orElseThrow())));
        } else {
            record(
                    measure,
                    by.id(),
                    "in-place",
                    EVENTS.text("in-place", Map.of("origin", measure.origin().words())));
        }
        return measure;
    }

    /**
     * The measure with this number.
     *
     * @throws Refused when there is none
     */
    @Transactional(readOnly = true)
    public Measure get(long id) {
        return measures.findById(id).orElseThrow(() -> new Refused("There is no such measure."));
    }

    /** Those of one project, dropped ones too. */
    @Transactional(readOnly = true)
    public List<Measure> of(ProjectReference reference) {
        return measures.findByProjectOrderById(reference.value());
    }

    /** Those that are looked for, in the order that is asked for. */
    @Transactional(readOnly = true)
    public Page<Measure> find(MeasureQuery query, Pageable page) {
        Specification<Measure> those = query.specification(LocalDate.now(clock));
        Pageable sorted = PageRequest.of(
                page.getPageNumber(), page.getPageSize(), query.order().sort());
        return query.words().patterns().isEmpty() ? measures.findAll(those, sorted) : sought.find(those, sorted);
    }

    /** How many are looked for. */
    @Transactional(readOnly = true)
    public long count(MeasureQuery query) {
        return measures.count(query.specification(LocalDate.now(clock)));
    }

    /** Who sees to these measures: names by how they are known, in the order of the names. */
    @Transactional(readOnly = true)
    public Map<String, String> owners(MeasureQuery.Among among) {
        Map<String, String> names = new LinkedHashMap<>();
        measures.findOwners(among.every(), among.references(), among.owners())
                .forEach(owner -> names.put(owner.name(), owner.owner()));
        return names;
    }

    private void record(Measure measure, String who, String type, String what) {
        events.record(measure.project().value(), who, "measure." + type, what);
    }
}
