package gm.sharing.dpia;

import gm.sharing.Refused;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** The risks of an assessment, those that were suggested for it, and on which the Information Commissioner was consulted. */
@Embeddable
public class RiskRegister {

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_risk", joinColumns = @JoinColumn(name = "reference"))
    @OrderColumn(name = "position")
    private List<GradedRisk> risks = new ArrayList<>();

    /** Numbers are never given again, so that a risk is known by the same one in every version. */
    private int lastRiskNumber;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_suggested_risk", joinColumns = @JoinColumn(name = "reference"))
    @OrderColumn(name = "position")
    private List<SuggestedRisk> suggestedRisks = new ArrayList<>();

    /** Why a risk that stays high cannot be reduced. */
    @Column(columnDefinition = "text")
    private @Nullable String whyNotReduced;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_consulted_risk", joinColumns = @JoinColumn(name = "reference"))
    @Column(name = "number")
    private Set<Integer> consultedRisks = new HashSet<>();

    protected RiskRegister() {}

    /**
     * Offers the lead risks that fit the project. What was offered before is not offered again, whether the lead took it
     * up or removed it.
     *
     * @return how many are new
     */
    int suggest(List<RiskSuggestion> suggestions) {
        int before = suggestedRisks.size();
        for (RiskSuggestion suggestion : suggestions) {
            if (suggestedRisks.stream().noneMatch(known -> known.code().equals(suggestion.code()))) {
                suggestedRisks.add(new SuggestedRisk(
                        ++lastRiskNumber,
                        suggestion.code(),
                        suggestion.source(),
                        suggestion.impact(),
                        suggestion.likelihood(),
                        suggestion.severity(),
                        suggestion.measure(),
                        true));
            }
        }
        return suggestedRisks.size() - before;
    }

    /**
     * Takes the rows of the risks. Rows without a number get the next one.
     *
     * @param ownerNames the names of their owners
     */
    void assess(List<Risk> answers, UnaryOperator<String> ownerNames, LocalDate today) {
        new RiskRules(risks.stream().map(GradedRisk::risk).toList(), openSuggestions(), today).check(answers);
        whyNotReduced = null;
        List<GradedRisk> written = new ArrayList<>();
        for (Risk risk : answers) {
            Risk numbered = risk.number() == 0 ? risk.numbered(++lastRiskNumber) : risk;
            written.add(GradedRisk.notYet(numbered, ownerNames.apply(numbered.owner())));
        }
        risks.clear();
        risks.addAll(written);
        suggestedRisks.replaceAll(SuggestedRisk::settled);
    }

    /**
     * Gives every risk its level before and after its measure.
     *
     * @return whether a risk stays high
     */
    boolean grade(RiskGrading grading) {
        risks.replaceAll(risk -> risk.by(grading));
        return staysHigh();
    }

    /**
     * Takes what the lead does about a risk that stays high.
     *
     * @return whether the Information Commissioner is to be consulted
     */
    boolean answer(HighRiskAnswer answers) {
        boolean consults = answers.answer() == HighRiskAnswer.Way.CONSULT;
        if (consults && answers.whyNotReduced() == null) {
            throw Refused.of(
                    "whyNotReduced",
                    "say why the risk cannot be reduced any further: the Information Commissioner asks for it.");
        }
        whyNotReduced = consults ? answers.whyNotReduced() : null;
        return consults;
    }

    /** After a consultation these may stay high. */
    void consultedOn(Collection<Integer> numbers) {
        consultedRisks.addAll(numbers);
    }

    /** These may no longer stay high. */
    void notConsultedOn(Collection<Integer> numbers) {
        consultedRisks.removeAll(numbers);
    }

    /** None may stay high any more. */
    void forgetConsultations() {
        consultedRisks.clear();
    }

    boolean isGraded() {
        return !risks.isEmpty() && risks.stream().allMatch(GradedRisk::isGraded);
    }

    List<GradedRisk> risks() {
        return List.copyOf(risks);
    }

    /** What was ever suggested, in the order of its numbers. */
    public List<SuggestedRisk> suggested() {
        return List.copyOf(suggestedRisks);
    }

    /** What was suggested since the risks were last written. */
    public List<SuggestedRisk> openSuggestions() {
        return suggestedRisks.stream().filter(SuggestedRisk::offered).toList();
    }

    /** What was suggested and the lead did not take up. */
    public List<SuggestedRisk> leftOutSuggestions() {
        return suggestedRisks.stream()
                .filter(suggestion -> !suggestion.offered()
                        && risks.stream().noneMatch(graded -> graded.risk().number() == suggestion.number()))
                .toList();
    }

    /** Whether a risk stays high with its measures in place; then Article 36 of UK GDPR applies. */
    public boolean staysHigh() {
        return risks.stream().anyMatch(GradedRisk::staysHigh);
    }

    /** The numbers of the risks that stay high with their measures in place. */
    public List<Integer> highRisks() {
        return risks.stream()
                .filter(GradedRisk::staysHigh)
                .map(graded -> graded.risk().number())
                .toList();
    }

    /** Whether a risk stays high on which the Information Commissioner was not consulted. */
    public boolean isConsultationNeeded() {
        return !consultedRisks.containsAll(highRisks());
    }

    /** Why a risk that stays high cannot be reduced, as the Information Commissioner is told. */
    public Optional<String> whyNotReduced() {
        return Optional.ofNullable(whyNotReduced);
    }
}
