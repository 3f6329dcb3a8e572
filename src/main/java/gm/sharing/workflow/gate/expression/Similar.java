package gm.sharing.workflow.gate.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the names that somebody may have meant. */
final class Similar {

    private static final int AT_MOST = 3;

    private Similar() {}

    /** A question that names them; says all that there are when none is similar and they are few, and nothing otherwise. */
    static String hint(String name, Collection<String> known) {
        List<String> near = known.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(2, name.length() / 3))
                .sorted(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(AT_MOST)
                .toList();
        if (!near.isEmpty()) {
            return "; did you mean " + String.join(" or ", near) + "?";
        }
        return known.isEmpty() || known.size() > 12
                ? ""
                : "; there are "
                        + known.stream()
                                .sorted()
                                .map(one -> one.isEmpty() ? "“” (no answer)" : one)
                                .collect(Collectors.joining(", "));
    }

    /** How many letters have to be changed, added or left out, whatever their case. */
    private static int distance(String one, String other) {
        String first = one.toLowerCase(Locale.ROOT);
        String second = other.toLowerCase(Locale.ROOT);
        int[] row = new int[second.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[second.length()];
    }
}
