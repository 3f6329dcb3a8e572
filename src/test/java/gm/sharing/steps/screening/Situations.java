package gm.sharing.steps.screening;

import gm.sharing.dpia.ScreeningOutcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The words of situations: what is shared, and which criteria of high risk may be found in it. */
abstract class Situations {

    static final String PLAIN = "personal";
    static final String PLACE = "personal-location";
    static final String MONEY = "personal-finances";
    static final String HOME = "personal-private-life";
    static final String HEALTH = "special-category-health";
    static final String POLITICS = "special-category-politics";
    static final String GENES = "special-category-genetic";
    static final String BODY = "special-category-biometric";
    static final String CRIME = "criminal-offence";
    static final String NOBODY = "nobody";
    static final String EVALUATES =
            "Systematic and extensive automated evaluation of people, with legal or similar effect";
    static final String SENSITIVE_AT_SCALE = "Special category or criminal offence data on a large scale";
    static final String PUBLIC_AREA = "Systematic monitoring of a public area on a large scale";
    static final String DENIAL = "Denial of service";
    static final String PROFILING_AT_SCALE = "Large-scale profiling";
    static final String MATCHING = "Data matching";
    static final String TARGETING = "Targeting of children or other vulnerable people";
    static final String HARM = "Risk of physical harm";
    static final String NEW_TECHNOLOGY = "Innovative technology, or a new use of existing technology";
    static final String BIOMETRIC = "Biometric data";
    static final String GENETIC = "Genetic data";
    static final String INVISIBLE = "Invisible processing";
    static final String TRACKING = "Tracking";
    static final String SCORING = "Evaluation or scoring";
    static final String DECISIONS = "Automated decisions with legal or similar effect";
    static final String MONITORING = "Systematic monitoring";
    static final String SENSITIVE = "Sensitive or highly personal data";
    static final String LARGE = "Large scale";
    static final String UNEXPECTED = "Matching or combining data sets in a way that people would not expect";
    static final String VULNERABLE = "Vulnerable people";
    static final String NEW_USE = "Innovative use";
    static final String PREVENTS = "Prevents a right, a service or a contract";

    /**
     * A project as its lead describes it.
     *
     * @param answers questions of the screening that the lead says yes to, {@code matching} of the description, and
     *     {@code support} or {@code alone} where a machine has to do with decisions
     */
    record Situation(
            String name,
            List<String> kinds,
            List<String> groups,
            String scale,
            Set<String> answers,
            int senders,
            ScreeningOutcome outcome,
            List<String> criteria) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Situation situation(
            String name,
            List<String> kinds,
            String groups,
            String scale,
            String answers,
            ScreeningOutcome outcome,
            String... criteria) {
        return new Situation(
                name, kinds, words(groups), scale, new LinkedHashSet<>(words(answers)), 1, outcome, List.of(criteria));
    }

    static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
