package gm.sharing.onboarding;

import gm.sharing.organisation.Organisation;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a checklist looks at.
 *
 * @param signedInTo groups of this organisation, and of the one that acts for it, in which somebody is who can sign in
 * @param acceptedTerms whether it accepted the terms of today; null when it accepted none at all
 * @param notAssured codes of results of assurance schemes that show that security is not assured
 */
record Situation(
        Organisation organisation,
        Set<String> signedInTo,
        @Nullable Boolean acceptedTerms,
        Set<String> notAssured,
        LocalDate today) {}
