package gm.sharing.onboarding;

import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;

/**
 * How far an organisation is with what is asked of it.
 *
 * @param code of the organisation
 * @param name of the organisation
 */
public record Checklist(String code, String name, List<Line> lines) {

    private static final Words WORDS = Words.in("onboarding/checklist");

    public Checklist {
        lines = List.copyOf(lines);
    }

    /**
     * One thing.
     *
     * @param place where it is done, after the address of the organisation's page
     */
    public record Line(String key, String label, boolean required, ItemState state, String place) {

        static Line of(AskedItem asked, Situation situation) {
            Item item = asked.item();
            return new Line(item.code(), asked.label(), asked.required(), item.state(situation), item.place());
        }

        public boolean done() {
            return state == ItemState.DONE;
        }
    }

    static Checklist of(List<AskedItem> asked, Situation situation) {
        return new Checklist(
                situation.organisation().code().value(),
                situation.organisation().name(),
                asked.stream().map(item -> Line.of(item, situation)).toList());
    }

    /** Whether all that is required is done. */
    public boolean complete() {
        return missing().isEmpty();
    }

    /** What is required and not done. */
    public List<Line> missing() {
        return lines.stream().filter(line -> line.required() && !line.done()).toList();
    }

    /** What is recommended and not done. */
    public List<Line> recommended() {
        return lines.stream().filter(line -> !line.required() && !line.done()).toList();
    }

    /** How far it is, in a sentence. */
    public String progress() {
        long required = lines.stream().filter(Line::required).count();
        return WORDS.text(
                complete() ? "complete" : "progress",
                Map.of("done", required - missing().size(), "required", required));
    }
}
