package gm.sharing.workflow.gate.expression;

import java.util.ArrayList;
import java.util.List;

/** What is written one after the other, with commas between. */
final class Listed {

    private Listed() {}

    /** A comma within an expression separates nothing. */
    static List<String> in(String text) {
        List<String> items = new ArrayList<>();
        int begun = 0;
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quote != 0) {
                i += sign == '\\' ? 1 : 0;
                quote = sign == quote ? 0 : quote;
            } else if (depth > 0 && (sign == '\'' || sign == '"')) {
                quote = sign;
            } else if (sign == '{' || sign == '}') {
                depth = Math.max(0, depth + (sign == '{' ? 1 : -1));
            } else if (sign == ',' && depth == 0) {
                items.add(text.substring(begun, i).strip());
                begun = i + 1;
            }
        }
        items.add(text.substring(begun).strip());
        return items;
    }
}
