package gm.sharing.question;

/**
 * A question as a form asked it.
 *
 * @param form the id of the form
 * @param formTitle what the form was called
 * @param key its key in the form
 * @param label the words of the question
 * @param heading over the answer in documents
 * @param position its place in the form
 * @param formVersion the version of the form, from 1
 * @param document where the answer stands
 * @param part the key of the part of that document; empty for its last one
 * @param section by what rules and comparisons know it there: a key, or a key and an item after a slash; empty for its own key
 */
public record Question(
        String form,
        String formTitle,
        String key,
        String label,
        String heading,
        AnswerKind kind,
        int position,
        int formVersion,
        InDocument document,
        String part,
        String section) {}
