package gm.sharing.audit;

import gm.sharing.organisation.HeldRole;
import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An event as it is stored. */
@Entity
@Immutable
@Table(name = "event")
class EventRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private Instant happenedAt;

    private String reference;

    private String who;

    private @Nullable String whoName;

    @Column(name = "who_role", columnDefinition = "text")
    @Convert(converter = HeldRolesConverter.class)
    private List<HeldRole> whoRoles;

    private String type;

    @Column(columnDefinition = "text")
    private String what;

    private @Nullable OrganisationCode forWhom;

    protected EventRow() {}

    EventRow(Event event) {
        this.happenedAt = event.at();
        this.reference = event.reference();
        this.who = event.who();
        this.whoName = event.whoName();
        this.whoRoles = event.whoRoles();
        this.type = event.type();
        this.what = event.what();
        this.forWhom = event.forWhom();
    }

    Event event() {
        return new Event(happenedAt, reference, who, whoName, whoRoles, type, what, forWhom);
    }
}
