package gm.sharing.onboarding;

import gm.sharing.organisation.OrganisationCode;
import java.time.LocalDate;

/**
 * That an organisation is asked to renew a fact before its last day.
 *
 * @param row which fact of its kind: the code of a scheme or the number of a row; empty where there is only one
 * @param name of the fact as it was when it was asked, in words
 */
public record Renewal(
        long id, OrganisationCode organisation, ExpiringKind kind, String row, LocalDate lastDay, String name) {}
