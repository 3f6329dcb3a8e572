package gm.sharing;

import java.util.List;

/**
 * One thing that is wrong with what was sent from a page, for the summary at its top and beside the field.
 *
 * @param field the key of the field, which is its id on the page
 */
public record Problem(String field, String message) {

    /** @param otherwise the field to which a refusal leads that is about none */
    public static List<Problem> in(Refused refused, String otherwise) {
        return refused.complaints().isEmpty()
                ? List.of(new Problem(otherwise, String.valueOf(refused.getMessage())))
                : refused.complaints().stream()
                        .map(complaint -> new Problem(complaint.field(), complaint.sentence()))
                        .toList();
    }
}
