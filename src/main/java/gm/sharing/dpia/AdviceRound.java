package gm.sharing.dpia;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** What data protection officers advise on an assessment, and what the signatory makes of advice against it. */
@Embeddable
public class AdviceRound {

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_advice", joinColumns = @JoinColumn(name = "reference"))
    @OrderColumn(name = "position")
    private List<OrganisationAdvice> advice = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_mark", joinColumns = @JoinColumn(name = "reference"))
    @OrderColumn(name = "position")
    private List<MarkedSection> marks = new ArrayList<>();

    @Embedded
    private @Nullable MissingAdvice missingAdvice;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "missing_advice_by"))
    @AttributeOverride(name = "name", column = @Column(name = "missing_advice_name"))
    @AttributeOverride(name = "at", column = @Column(name = "missing_advice_at"))
    private @Nullable By missingAdviceExplained;

    @Embedded
    private @Nullable Overruling overruling;

    /** What the signatory wants mended after advice against the processing. */
    @Column(columnDefinition = "text")
    private @Nullable String mendReasons;

    @Embedded
    @AttributeOverride(name = "person", column = @Column(name = "mend_by"))
    @AttributeOverride(name = "name", column = @Column(name = "mend_name"))
    @AttributeOverride(name = "at", column = @Column(name = "mend_at"))
    private @Nullable By mendAsked;

    protected AdviceRound() {}

    /** Asks the data protection officers of these organisations for advice on what is written now. */
    void request(List<OrganisationCode> organisations, @Nullable LocalDate reviewBy) {
        mendReasons = null;
        mendAsked = null;
        var requested = organisations.stream()
                .map(organisation -> adviceOf(organisation)
                        .map(before -> before.requestedAgain(reviewBy))
                        .orElseGet(() -> OrganisationAdvice.requestedOf(organisation, reviewBy)))
                .toList();
        advice.clear();
        advice.addAll(requested);
        marks.removeIf(mark -> !organisations.contains(mark.organisation()));
    }

    void advise(OrganisationCode organisation, Advice answers, By by) {
        answers.mustBeClear(by.on());
        replaceAdvice(organisation, asked -> asked.given(answers, by));
        marks.removeIf(mark -> mark.organisation().equals(organisation));
        answers.marks().forEach((section, mark) -> marks.add(new MarkedSection(organisation, section, mark)));
    }

    /** Closes a request for advice that nobody answered. */
    void closeUnanswered(OrganisationCode organisation) {
        replaceAdvice(organisation, OrganisationAdvice::unanswered);
    }

    private void replaceAdvice(OrganisationCode organisation, UnaryOperator<OrganisationAdvice> change) {
        if (adviceOf(organisation).isEmpty()) {
            throw new Refused("The data protection officer of this organisation was not asked for advice.");
        }
        advice.replaceAll(one -> one.organisation().equals(organisation) ? change.apply(one) : one);
    }

    /** What is advised is asked for again, because something is written anew. */
    void writtenAnew() {
        advice.replaceAll(one -> one.requestedAgain(null));
    }

    /** What was decided about the advice does not hold any more. */
    void reopened() {
        overruling = null;
        missingAdvice = null;
        missingAdviceExplained = null;
        writtenAnew();
    }

    /** Who sent it back last; empty when nobody did. */
    Optional<By> sentBackBy() {
        return advice.stream()
                .filter(one -> one.isGiven() && one.view() == DpoView.SEND_BACK)
                .flatMap(one -> Stream.ofNullable(one.by()))
                .max(Comparator.comparing(By::at));
    }

    /** The sections that officers who sent the assessment back marked as to fix. */
    Set<DpiaSection> sectionsToFix() {
        var sendingBack = advice.stream()
                .filter(one -> one.isGiven() && one.view() == DpoView.SEND_BACK)
                .map(OrganisationAdvice::organisation)
                .collect(toSet());
        return marks.stream()
                .filter(mark -> mark.mark().isToFix() && sendingBack.contains(mark.organisation()))
                .map(MarkedSection::section)
                .collect(toCollection(() -> EnumSet.noneOf(DpiaSection.class)));
    }

    void explainMissing(MissingAdvice answers, By by) {
        missingAdvice = answers;
        missingAdviceExplained = by;
    }

    void askToMend(String reasons, By by) {
        mendReasons = reasons;
        mendAsked = by;
    }

    void overrule(Overruling made) {
        overruling = made;
    }

    /** Whether nobody answered yet. */
    boolean isUnanswered() {
        return advice.stream().allMatch(one -> one.state() == AdviceState.REQUESTED);
    }

    boolean isGiven() {
        return advice.stream().anyMatch(OrganisationAdvice::isGiven);
    }

    List<OrganisationAdvice> advice() {
        return List.copyOf(advice);
    }

    /** What the data protection officer of the organisation was asked and advised; empty when nobody asked. */
    public Optional<OrganisationAdvice> adviceOf(OrganisationCode organisation) {
        return advice.stream()
                .filter(one -> one.organisation().equals(organisation))
                .findFirst();
    }

    /** How the sections were marked when they were last reviewed, in the order of the advisers and the sections. */
    public List<MarkedSection> marks() {
        return List.copyOf(marks);
    }

    /** How the section was marked when it was last reviewed. */
    public List<MarkedSection> marksOf(DpiaSection section) {
        return marks.stream().filter(mark -> mark.section() == section).toList();
    }

    /** What the data protection officers want to see improved, with an owner and a date. */
    public List<Improvement> improvements() {
        return marks.stream().flatMap(mark -> improvement(mark).stream()).toList();
    }

    private static Optional<Improvement> improvement(MarkedSection marked) {
        SectionMark mark = marked.mark();
        return mark.mark() != Mark.IMPROVABLE || mark.comment() == null || mark.owner() == null || mark.due() == null
                ? Optional.empty()
                : Optional.of(new Improvement(
                        marked.section(), marked.organisation(), mark.comment(), mark.owner(), mark.due()));
    }

    public AdviceTally tally() {
        return new AdviceTally(
                count(OrganisationAdvice::approves),
                count(OrganisationAdvice::isAgainst),
                count(one -> one.state() == AdviceState.REQUESTED),
                count(one -> one.state() == AdviceState.UNANSWERED));
    }

    private int count(Predicate<OrganisationAdvice> which) {
        return (int) advice.stream().filter(which).count();
    }

    /** Whether a data protection officer advises against the processing as it is written now. */
    public boolean isAgainst() {
        return advice.stream().anyMatch(OrganisationAdvice::isAgainst);
    }

    /** Why advice could not be had; empty when it could. */
    public Optional<MissingAdvice> missingAdvice() {
        return Optional.ofNullable(missingAdvice);
    }

    public Optional<By> missingAdviceExplained() {
        return Optional.ofNullable(missingAdviceExplained);
    }

    /** That and why the signatory went on against advice. */
    public Optional<Overruling> overruling() {
        return Optional.ofNullable(overruling);
    }

    /** What the signatory wants mended after advice against the processing; empty once it was mended. */
    public Optional<String> mendReasons() {
        return Optional.ofNullable(mendReasons);
    }

    public Optional<By> mendAsked() {
        return Optional.ofNullable(mendAsked);
    }
}
