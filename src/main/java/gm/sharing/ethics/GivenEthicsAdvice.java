package gm.sharing.ethics;

import gm.sharing.dpia.By;
import gm.sharing.project.ProjectReference;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The ethics panel's advice with who gave it.
 *
 * @param stands whether it is about the project as it is assessed now
 */
public record GivenEthicsAdvice(ProjectReference reference, EthicsAdvice advice, By by, boolean stands) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** The day on which it was given, as people write it. */
    public String day() {
        return DAY.format(by.on());
    }
}
