package gm.sharing.insight;

import gm.sharing.organisation.Sector;
import java.time.Instant;

/**
 * The working days that one stretch took.
 *
 * @param kind of the lead organisation, for a partner's stretch of the partner
 * @param late whether a partner's decision came after it was due
 */
record TimeTaken(Stretch stretch, Sector kind, Instant begun, int days, boolean late) {}
