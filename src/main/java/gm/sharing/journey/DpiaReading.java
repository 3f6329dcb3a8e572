package gm.sharing.journey;

import gm.sharing.Dates;
import gm.sharing.dpia.DpiaContent;
import gm.sharing.dpia.DpiaVersion;
import gm.sharing.wording.Words;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assessment that a person may read: a version, or the draft of the next one.
 *
 * @param version null for the draft
 */
record DpiaReading(DpiaContent content, @Nullable DpiaVersion version) {

    private static final Words WORDS = Words.in("journey/record");

    private static final String DRAFT = "draft";

    static DpiaReading of(DpiaVersion version) {
        return new DpiaReading(version.content(), version);
    }

    static DpiaReading draft(DpiaContent content) {
        return new DpiaReading(content, null);
    }

    /** As addresses name it. */
    public String key() {
        return version == null ? DRAFT : Integer.toString(version.number());
    }

    /** As people name it. */
    public String name() {
        return version == null ? WORDS.text("the-draft") : WORDS.text("version", Map.of("number", version.number()));
    }

    /** What became of it, for lists. */
    public String outcome() {
        return version == null
                ? WORDS.text("being-written")
                : version.occasion().label();
    }

    public String date() {
        return version == null ? "" : Dates.day(version.by().on());
    }

    /** The person's name. */
    public String by() {
        return version == null ? "" : version.by().name();
    }

    String fileName() {
        return "%s-dpia-%s".formatted(content.reference(), key());
    }
}
