package gm.sharing.audit;

import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.organisation.OrganisationCode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Events as a database keeps them. */
@DataJpaTest
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({AuditTrail.class, AppendOnlyMigration.class, AuditTrailIntegrationTests.NineOClock.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class AuditTrailIntegrationTests {

    private static final Instant NINE = Instant.parse("2026-11-16T09:00:00.123456Z");
    private static final AtomicInteger number = new AtomicInteger();

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final String reference = "SJ-2026-%04d".formatted(number.incrementAndGet());

    @Test
    void keepsWhoDidWhatWhenAndForWhom() {
        audit.record(reference, "sam", "project.proposed", "Sam proposed the project.");
        audit.record(reference, Event.SYSTEM, "sign-off.due", "Salford was reminded.", new OrganisationCode("salford"));

        assertThat(audit.of(reference))
                .containsExactly(
                        new Event(
                                NINE,
                                reference,
                                "sam",
                                null,
                                List.of(),
                                "project.proposed",
                                "Sam proposed the project.",
                                null),
                        new Event(
                                NINE,
                                reference,
                                Event.SYSTEM,
                                null,
                                List.of(),
                                "sign-off.due",
                                "Salford was reminded.",
                                new OrganisationCode("salford")));
    }

    @Test
    void keepsTheEventsOfProjectsApartAndInOrder() {
        for (int i = 0; i < 5; i++) {
            audit.record(reference, "sam", "step", "Step " + i);
            audit.record("SJ-2025-0001", "sam", "step", "Elsewhere");
        }

        assertThat(audit.of(reference))
                .extracting(Event::what)
                .containsExactly("Step 0", "Step 1", "Step 2", "Step 3", "Step 4");
    }

    @Test
    void keepsLongTextsWhole() {
        String long30000 = "é".repeat(30_000);

        audit.record(reference, "sam", "step", long30000);

        assertThat(audit.of(reference)).extracting(Event::what).containsExactly(long30000);
    }

    @Test
    void forgetsWhatTheCallersTransactionRollsBack() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            audit.record(reference, "sam", "step", "Did not happen");
            status.setRollbackOnly();
        });

        assertThat(audit.of(reference)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update event set what = 'forged'", "delete from event"})
    void isNotChangedByAnybody(String forgery) {
        audit.record(reference, "sam", "step", "Happened");

        assertThatThrownBy(() -> jdbc.sql(forgery).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("Events are never changed or removed");

        assertThat(audit.of(reference)).extracting(Event::what).containsExactly("Happened");
    }

    @Test
    void offersNoWayToChangeOrRemove() {
        assertThat(Arrays.stream(EventRows.class.getMethods()).map(method -> method.getName()))
                .containsExactlyInAnyOrder(
                        "save",
                        "count",
                        "find",
                        "findByReferenceOrderById",
                        "findByReferenceAndForWhomOrderByIdDesc",
                        "findWho");
        assertThat(EventRows.class.getInterfaces()).containsExactly(Repository.class);
        assertThat(Arrays.stream(AuditTrail.class.getDeclaredMethods())
                        .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                        .map(method -> method.getName()))
                .containsOnly("record", "of", "latest", "whoDid", "count", "find");
    }

    static class NineOClock {

        @Bean
        Clock clock() {
            return Clock.fixed(NINE.truncatedTo(MICROS), ZoneOffset.UTC);
        }
    }
}
