package gm.sharing.workflow.gate;

/**
 * How often a text may be looked at while a pattern is compared with it. Each repetition that may be long multiplies it by the
 * length of the text, because all ways to divide the text between them are tried before it is refused.
 */
final class PatternCost {

    /** Some two seconds. */
    private static final double MOST = 1e9;

    private final String pattern;
    private final int longest;
    private double ways = 1;

    private PatternCost(String pattern, int longest) {
        this.pattern = pattern;
        this.longest = longest;
    }

    /**
     * Whether it could hold up whoever compares it.
     *
     * @param longest the most characters that the text may have
     */
    static boolean isTooMuch(String pattern, int longest) {
        PatternCost cost = new PatternCost(pattern, longest);
        cost.read();
        return cost.ways > MOST;
    }

    private void read() {
        if (!pattern.startsWith("^") || pattern.contains("|")) {
            ways *= longest;
        }
        boolean inClass = false;
        boolean repeated = false;
        int begin = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char sign = pattern.charAt(i);
            boolean repeats = !inClass && "*+?{".indexOf(sign) >= 0;
            if (sign == '\\') {
                i++;
            } else if (sign == '[' && !inClass) {
                inClass = true;
                begin = i;
            } else if (sign == ']') {
                inClass = false;
            } else if (repeats && !(repeated && sign == '?')) {
                String repeatedSigns = pattern.substring(begin, i);
                double here = Math.min(longest, ways(sign, i));
                i = sign == '{' ? Math.max(i, pattern.indexOf('}', i)) : i;
                ways *= isDecided(repeatedSigns, i + 1) ? 1 : here;
            }
            repeated = repeats;
        }
    }

    /** Nothing comes behind it that could fail, or what comes is none of what is repeated, as in {@code [^@]+@}. */
    private boolean isDecided(String repeated, int next) {
        return next == pattern.length()
                || (repeated.startsWith("[^")
                        && repeated.endsWith("]")
                        && repeated.indexOf(pattern.charAt(next)) > 0
                        && "\\[].*+?|{}()^$".indexOf(pattern.charAt(next)) < 0);
    }

    /** Between how many numbers of repetitions there is to choose. */
    private double ways(char sign, int at) {
        if (sign != '{') {
            return sign == '?' ? 2 : longest;
        }
        int end = pattern.indexOf('}', at);
        String[] numbers =
                end < 0 ? new String[] {""} : pattern.substring(at + 1, end).split(",", -1);
        if (numbers.length != 2) {
            return 1;
        }
        return numbers[1].isBlank() ? longest : Double.parseDouble(numbers[1]) - Double.parseDouble(numbers[0]) + 1;
    }
}
