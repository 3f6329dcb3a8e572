package gm.sharing.consultation;

import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * That the Commissioner takes longer.
 *
 * @param toldOn the date of the letter that says so
 */
@Embeddable
public record Extension(
        @Column(name = "extended_on") LocalDate toldOn,
        @Column(name = "extension_reasons", columnDefinition = "text") String reasons,
        @AttributeOverride(name = "person", column = @Column(name = "extended_by"))
                @AttributeOverride(name = "name", column = @Column(name = "extended_name"))
                @AttributeOverride(name = "at", column = @Column(name = "extended_at"))
                By by) {}
