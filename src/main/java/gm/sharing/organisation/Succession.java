package gm.sharing.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That an organisation is part of another one: it was merged into it, or split.
 *
 * @param since the first day on which it is
 * @param to the organisation that runs what was the old one's
 * @param besides of a split, those that took over other parts
 */
@Embeddable
public record Succession(
        @Column(name = "succeeded_on") LocalDate since,
        @Column(name = "succeeded_by") OrganisationCode to,
        @Column(name = "also_succeeded_by") @Convert(converter = OrganisationCodesConverter.class) @Nullable List<OrganisationCode> besides) {}
