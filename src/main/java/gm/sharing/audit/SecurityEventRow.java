package gm.sharing.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A security event as it is stored. */
@Entity
@Immutable
@Table(name = "security_event")
class SecurityEventRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private Instant happenedAt;

    private String who;

    private @Nullable String address;

    private String type;

    @Column(columnDefinition = "text")
    private String what;

    protected SecurityEventRow() {}

    SecurityEventRow(SecurityEvent event) {
        this.happenedAt = event.at();
        this.who = event.who();
        this.address = event.address();
        this.type = event.type();
        this.what = event.what();
    }

    SecurityEvent event() {
        return new SecurityEvent(happenedAt, who, address, type, what);
    }
}
