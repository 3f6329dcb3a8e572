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
     * @param when in words
     * @param then all that is done, in one line; empty when nothing always is
     * @param oneOf what is done in one case or another
     * @param ends whether the step is over then
     */
    public record Bell(String name, String when, String then, List<String> oneOf, boolean ends) {}

    /** In the order of the model; none when nothing happens, or when no process in force has the step. */
    public List<Bell> of(String process, String step) {
        return inWords(models.alarms(process, step));
    }

    List<Bell> inWords(List<Alarm> alarms) {
        DoerWords who = DoerWords.of(
                alarms.stream()
                        .flatMap(alarm -> Stream.concat(
                                alarm.leadsTo().stream(), alarm.oneOf().stream().flatMap(List::stream)))
                        .flatMap(done -> done.doers().stream()),
                directory);
        return alarms.stream()
                .map(alarm -> new Bell(
                        alarm.name(),
                        TermWords.moment(alarm.when()),
                        line(alarm.leadsTo(), who),
                        alarm.oneOf().stream().map(one -> line(one, who)).toList(),
                        alarm.ends()))
                .toList();
    }

    private static String line(List<Alarm.Done> all, DoerWords who) {
        return all.stream()
                .map(done -> done.doers().isEmpty()
                        ? done.name()
                        : WORDS.text("done-by", Map.of("what", done.name(), "who", who.any(done.doers()))))
                .collect(Collectors.joining("; "));
    }
}
