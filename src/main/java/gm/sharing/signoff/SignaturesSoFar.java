package gm.sharing.signoff;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the latest round of a project is.
 *
 * @param asked how many partners are asked in it
 * @param signed how many of these have signed
 * @param advised how many of these have not, and were advised by their officers to sign
 */
public record SignaturesSoFar(long asked, long signed, long advised) {

    /**
     * A statement of a partner in the round; without step and decision when it has said nothing.
     *
     * @param signatories how many people sign for it
     */
    record Said(String project, Long signOff, int signatories, @Nullable Step step, @Nullable Decision decision) {

        private boolean isSignature() {
            return (step == Step.SIGNATURE || step == Step.SECOND_SIGNATURE)
                    && decision != null
                    && decision.isSignature();
        }

        private boolean advisesToSign() {
            return step == Step.REVIEW && decision != null && decision.isSignature();
        }
    }

    /** @param said in one project */
    static SignaturesSoFar of(Collection<Said> said) {
        Collection<List<Said>> partners =
                said.stream().collect(Collectors.groupingBy(Said::signOff)).values();
        return new SignaturesSoFar(
                partners.size(),
                count(partners, SignaturesSoFar::isSigned),
                count(partners, partner -> !isSigned(partner) && isAdvised(partner)));
    }

    private static long count(Collection<List<Said>> partners, Predicate<List<Said>> which) {
        return partners.stream().filter(which).count();
    }

    private static boolean isSigned(List<Said> partner) {
        return partner.stream().noneMatch(one -> one.step() == Step.WITHDRAWAL)
                && partner.stream().filter(Said::isSignature).count()
                        >= partner.get(0).signatories();
    }

    /** Whatever else was decided then stands instead of the advice. */
    private static boolean isAdvised(List<Said> partner) {
        return partner.stream().anyMatch(Said::advisesToSign)
                && partner.stream()
                        .allMatch(one -> one.step() != Step.WITHDRAWAL
                                && one.decision() != null
                                && one.decision().isSignature());
    }
}
