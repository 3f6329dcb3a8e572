package gm.sharing.signoff;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What the Information Board decided after a round in which a partner refused. */
@Embeddable
public record RefusalRuling(
        @Column(name = "board_decision") @Enumerated(EnumType.STRING) RefusalDecision.Choice decision,
        @Column(name = "board_reasons", columnDefinition = "text") String reasons,
        @Column(name = "board_person") String person,
        @Column(name = "board_name") String personName,
        @Column(name = "board_at") Instant at) {}
