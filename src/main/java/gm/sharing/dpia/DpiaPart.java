package gm.sharing.dpia;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parts of an assessment that take answers beside what the program writes: the screening, every section, the ethics panel's
 * advice and the record of the algorithmic tool.
 */
public final class DpiaPart {

    public static final String ETHICS = "ethics";

    public static final String ALGORITHM = "algorithm";

    static final String SCREENING = "screening";

    private DpiaPart() {}

    /** In alphabetical order. */
    public static Set<String> codes() {
        Set<String> codes = Arrays.stream(DpiaSection.values())
                .map(DpiaSection::code)
                .collect(Collectors.toCollection(TreeSet::new));
        codes.addAll(Set.of(SCREENING, ETHICS, ALGORITHM));
        return codes;
    }
}
