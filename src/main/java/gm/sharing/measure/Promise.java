package gm.sharing.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an approved assessment or a signed agreement says will be done: the measure against a risk, the improvement of a
 * section, or the condition of a signature.
 *
 * @param what will be done
 * @param owner who is responsible for it: see {@link gm.sharing.project.Owners}
 * @param ownerName as people know them
 * @param due by when; null when it is in place already
 */
record Promise(Origin origin, String what, String owner, String ownerName, @Nullable LocalDate due) {}
