package gm.sharing.consultation;

import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/**
 * The Commissioner's written advice.
 *
 * @param advisedOn the date of the letter
 * @param by who put it on record
 */
@Embeddable
public record IcoAdvice(
        @Enumerated(EnumType.STRING) @Column(name = "ico_view") IcoView view,
        @Column(columnDefinition = "text") String advice,
        LocalDate advisedOn,
        @AttributeOverride(name = "person", column = @Column(name = "advised_by"))
                @AttributeOverride(name = "name", column = @Column(name = "advised_name"))
                @AttributeOverride(name = "at", column = @Column(name = "advised_at"))
                By by) {}
