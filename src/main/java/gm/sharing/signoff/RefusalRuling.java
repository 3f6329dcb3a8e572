package gm.sharing.signoff;

import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What the Information Board decided after a round in which a partner refused. */
@Embeddable
public record RefusalRuling(
        @Column(name = "board_decision") @Enumerated(EnumType.STRING) RefusalDecision.Choice decision,
        @Column(name = "board_reasons", columnDefinition = "text") String reasons,
        @AttributeOverride(name = "person", column = @Column(name = "board_person"))
                @AttributeOverride(name = "name", column = @Column(name = "board_name"))
                @AttributeOverride(name = "at", column = @Column(name = "board_at"))
                By by) {}
