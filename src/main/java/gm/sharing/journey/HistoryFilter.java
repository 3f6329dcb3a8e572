package gm.sharing.journey;

import gm.sharing.organisation.OrganisationCode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of what happened somebody wants to see. What cannot be chosen counts as nothing chosen.
 *
 * @param partner the code of an organisation, or empty for all
 * @param kind a {@link HappeningKind} as addresses write it, or empty for all
 */
record HistoryFilter(String partner, String kind) {

    static final HistoryFilter ALL = new HistoryFilter(null, null);

    HistoryFilter(@Nullable String partner, @Nullable String kind) {
        this.partner = OrganisationCode.isOne(Objects.requireNonNullElse(partner, "")) ? String.valueOf(partner) : "";
        this.kind = HappeningKind.inAddress(Objects.requireNonNullElse(kind, ""))
                .map(HappeningKind::inAddress)
                .orElse("");
    }

    Optional<OrganisationCode> organisation() {
        return partner.isEmpty() ? Optional.empty() : Optional.of(new OrganisationCode(partner));
    }

    Optional<HappeningKind> happeningKind() {
        return HappeningKind.inAddress(kind);
    }

    /** Whether less is shown than there is. */
    public boolean narrows() {
        return !partner.isEmpty() || !kind.isEmpty();
    }
}
