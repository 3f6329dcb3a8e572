package gm.sharing.project;

import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** How the lead answered requested changes, and when; written once and never changed. */
@Embeddable
public record Revision(
        @Enumerated(EnumType.STRING) RevisionScope scope,
        @Column(columnDefinition = "text") String response,
        @AttributeOverride(name = "name", column = @Column(name = "person_name"))
                @AttributeOverride(name = "at", column = @Column(name = "revised_at"))
                By by) {}
