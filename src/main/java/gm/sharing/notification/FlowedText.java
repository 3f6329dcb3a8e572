package gm.sharing.notification;

import java.util.stream.Collectors;

/**
 * Text of an email in lines that any mail program can show, which newer ones put together again to the width of their
 * window (RFC 3676): a line that ends with a space goes on in the next one.
 */
final class FlowedText {

    private static final int WIDTH = 72;

    private FlowedText() {}

    static String of(String text) {
        return text.lines().map(FlowedText::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String line) {
        if (line.equals("-- ")) {
            return line;
        }
        StringBuilder lines = new StringBuilder();
        String rest = line.stripTrailing();
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            // A word longer than a line, such as a link, stays whole.
            int end = space > 0 ? space : rest.indexOf(' ', WIDTH);
            if (end < 0) {
                break;
            }
            lines.append(stuffed(rest.substring(0, end))).append(" \n");
            rest = rest.substring(end + 1).stripLeading();
        }
        return lines.append(stuffed(rest)).toString();
    }

    /** Beginnings that mean something to mail programs get a space before, which they take away. */
    private static String stuffed(String line) {
        return line.startsWith(" ") || line.startsWith(">") || line.startsWith("From ") ? " " + line : line;
    }
}
