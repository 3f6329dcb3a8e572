package gm.sharing.onboarding;

import gm.sharing.organisation.Organisation;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a checklist looks at.
 *
 * @param signedInTo groups of this organisation, and of the one that acts for it, in which somebody is who can sign in
 * @param acceptedTerms whether it accepted the terms of today
 */
record Situation(Organisation organisation, Set<String> signedInTo, boolean acceptedTerms, LocalDate today) {}
