package gm.sharing.agreement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parts of an agreement that take answers beside what the program writes. The record of the algorithmic tool is a part for itself,
 * within the assessment.
 */
public enum AgreementPart {
    TOGETHER,
    WHY,
    WHAT,
    LAW,
    RIGHTS,
    CARE,
    ASSESSMENT,
    ALGORITHM,
    LIFE;

    /** As forms call it, and the key of its chapter. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of all parts, in alphabetical order. */
    public static Set<String> codes() {
        return Arrays.stream(values()).map(AgreementPart::code).collect(Collectors.toCollection(TreeSet::new));
    }
}
