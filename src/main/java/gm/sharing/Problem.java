package gm.sharing;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what was sent from a page, for the summary at its top and beside the field.
 *
 * @param field the key of the field, which is its id on the page
 */
public record Problem(String field, String message) {

    /**
     * All that is wrong.
     *
     * @param first the field to which a refusal leads that is about none
     * @param label what people know a field by, put before the rule; null where the rule says enough
     */
    public static List<Problem> in(Refused refused, String first, Function<String, @Nullable String> label) {
        return refused.complaints().isEmpty()
                ? List.of(new Problem(first, String.valueOf(refused.getMessage())))
                : refused.complaints().stream()
                        .map(complaint ->
                                new Problem(complaint.field(), complaint.sentence(label.apply(complaint.field()))))
                        .toList();
    }
}
