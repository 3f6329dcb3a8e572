package gm.sharing.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** How the lead answered requested changes, and when; written once and never changed. */
@Embeddable
public record Revision(
        @Enumerated(EnumType.STRING) RevisionScope scope,
        @Column(columnDefinition = "text") String response,
        String person,
        String personName,
        @Column(name = "revised_at") Instant at) {}
