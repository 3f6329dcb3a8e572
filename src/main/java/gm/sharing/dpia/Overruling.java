package gm.sharing.dpia;

import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * That the signatory of the lead organisation goes on against advice.
 *
 * @param role in which the person decided
 */
@Embeddable
public record Overruling(
        @Column(name = "overrule_reasons", columnDefinition = "text") String reasons,
        @Column(name = "overrule_role") String role,
        @Embedded
                @AttributeOverride(name = "person", column = @Column(name = "overruled_by"))
                @AttributeOverride(name = "name", column = @Column(name = "overruled_name"))
                @AttributeOverride(name = "at", column = @Column(name = "overruled_at"))
                By by) {}
