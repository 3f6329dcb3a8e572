package gm.sharing.handbook;

import gm.sharing.organisation.Directory;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what happens by itself when a step is not done, as the timers of the model in force do it. */
@Service
@Transactional(readOnly = true)
public class WhenLate {

    private static final Words WORDS = Words.in("handbook/steps");

    private final HandbookModels models;
    private final Directory directory;

    WhenLate(HandbookModels models, Directory directory) {
        this.models = models;
        this.directory = directory;
    }

    /**
     * What goes off beside a step.
     *
     * @param then when, and what is done then, in one sentence
     * @param oneOf what is done afterwards in one case or another, where the model does not say it in words
     * @param ends whether the step is over then
     */
    public record Bell(String name, String then, List<String> oneOf, boolean ends) {}

    /**
     * All that happens beside a step.
     *
     * @param inShort what happens from the day on which it is due, in one sentence; empty when nothing does
     * @param bells everything, in the order of the model
     */
    public record Lateness(String inShort, List<Bell> bells) {

        public Lateness {
            bells = List.copyOf(bells);
        }
    }

    /** Nothing when nothing happens, or when no process in force has the step. */
    public Lateness of(String process, String step) {
        List<Alarm> alarms = models.alarms(process, step);
        return new Lateness(inShort(alarms), inWords(alarms));
    }

    private String inShort(List<Alarm> alarms) {
        DoerWords who = who(alarms);
        String what = alarms.stream()
                .filter(alarm -> alarm.sinceDue().isLate())
                .filter(alarm -> saysWhat(alarm))
                .map(alarm -> WORDS.text(
                        "late-part", Map.of("when", TermWords.later(alarm.sinceDue()), "what", what(alarm, who))))
                .collect(Collectors.joining("; "));
        return what.isEmpty() ? "" : WORDS.text("if-late", Map.of("what", what));
    }

    List<Bell> inWords(List<Alarm> alarms) {
        DoerWords who = who(alarms);
        return alarms.stream()
                .map(alarm -> new Bell(
                        alarm.name(),
                        then(alarm, who),
                        alarm.words() != null
                                ? List.of()
                                : alarm.oneOf().stream()
                                        .map(one -> line(one, who))
                                        .toList(),
                        alarm.ends()))
                .toList();
    }

    private static String then(Alarm alarm, DoerWords who) {
        String when = TermWords.moment(alarm.when());
        if (!saysWhat(alarm)) {
            return when;
        }
        Map<String, String> values = Map.of("when", when, "what", what(alarm, who));
        return alarm.when().cases().size() > 1 ? WORDS.text("then-by-case", values) : WORDS.text("then", values);
    }

    private static boolean saysWhat(Alarm alarm) {
        return alarm.words() != null || !alarm.leadsTo().isEmpty();
    }

    private static String what(Alarm alarm, DoerWords who) {
        String words = alarm.words();
        return words == null ? WORDS.text("by-itself", Map.of("what", line(alarm.leadsTo(), who))) : words;
    }

    private DoerWords who(List<Alarm> alarms) {
        return DoerWords.of(
                alarms.stream()
                        .flatMap(alarm -> Stream.concat(
                                alarm.leadsTo().stream(), alarm.oneOf().stream().flatMap(List::stream)))
                        .flatMap(done -> done.doers().stream()),
                directory);
    }

    private static String line(List<Alarm.Done> all, DoerWords who) {
        return all.stream()
                .map(done -> done.doers().isEmpty()
                        ? done.name()
                        : WORDS.text("done-by", Map.of("what", done.name(), "who", who.any(done.doers()))))
                .collect(Collectors.joining("; "));
    }
}
