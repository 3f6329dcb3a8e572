package gm.sharing.steps.signoff;

import gm.sharing.project.PartyRole;

/**
 * What the table sign-off-roles reads of a partner.
 *
 * @param confidentialCare whether confidential care information goes to or from it
 * @param givesConfidentialCare whether it is among those who give it
 * @param hasGuardian whether anybody is its Caldicott Guardian, in an organisation that acts for it if need be
 * @param residualHigh whether the project's assessment leaves a high risk
 */
record PartnersPosition(
        PartyRole role,
        boolean confidentialCare,
        boolean givesConfidentialCare,
        boolean hasGuardian,
        boolean residualHigh) {}
