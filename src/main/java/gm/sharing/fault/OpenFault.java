package gm.sharing.fault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fault as it is kept.
 *
 * @param told when people were told of it, or null
 * @param settled when it was over, or null while it is open
 */
record OpenFault(
        long id,
        String about,
        FaultKind kind,
        String reference,
        String place,
        String cause,
        String nextStep,
        Instant since,
        @Nullable Instant told,
        @Nullable Instant settled) {}
