package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.audit.SecurityTrail;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guessing of passwords is slow, and nobody is kept out by it. */
@DemoApplication
class GuessingIntegrationTests {

    private static final String ATTACKER = "203.0.113.66";

    private final String name = "somebody-" + UUID.randomUUID();
    private final String address = "198.51.100." + UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    SignInThrottle throttle;

    @Autowired
    SecurityTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SignInAttempts attempts;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void fewMistakesCostNothing() {
        guess(throttle, name, address, 5);

        assertThat(throttle.check(name, address, () -> true)).isTrue();
    }

    @Test
    void moreMistakesCostAMinuteAtMostHoweverManyThereWere() {
        for (int i = 0; i < 40; i++) {
            guess(throttle, name, address, 1);
            later(Duration.ofSeconds(61));
        }
        guess(throttle, name, address, 1);

        assertThatThrownBy(() -> throttle.check(name, address, () -> true))
                .isInstanceOfSatisfying(TooManyAttempts.class, early -> assertThat(early.seconds())
                        .isBetween(30L, 60L));
        later(Duration.ofSeconds(61));
        assertThat(throttle.check(name, address, () -> true)).isTrue();
    }

    @Test
    void whoSignedInFromAnAddressBeforeIsNotKeptOutByGuessesFromElsewhere() {
        throttle.check(name, "192.0.2.1", () -> true);

        for (int i = 0; i < 60; i++) {
            guess(throttle, name, "203.0.113." + i, 1);
        }

        assertThat(throttle.check(name, "192.0.2.1", () -> true)).isTrue();
    }

    @Test
    void whoComesFromANewAddressWaitsForSecondsOnly() {
        for (int i = 0; i < 200; i++) {
            guess(throttle, name, "2001:db8:" + i + "::1", 1);
        }

        assertThatThrownBy(() -> throttle.check(name, "192.0.2.7", () -> true))
                .isInstanceOfSatisfying(TooManyAttempts.class, early -> assertThat(early.seconds())
                        .isLessThanOrEqualTo(5));
        later(Duration.ofSeconds(6));
        assertThat(throttle.check(name, "192.0.2.7", () -> true)).isTrue();
    }

    @Test
    void guessesAtManyNamesFromOneAddressAreSlowToo() {
        throttle.check("colleague-" + name, address, () -> true);
        var checked = new AtomicInteger();
        for (int i = 0; i < 300; i++) {
            guess(throttle, name + i, address, 1, checked);
        }

        assertThat(checked.get()).isBetween(50, 60);
        assertThat(throttle.check("colleague-" + name, address, () -> true)).isTrue();
        assertThatThrownBy(() -> throttle.check("new-" + name, address, () -> true))
                .isInstanceOfSatisfying(TooManyAttempts.class, early -> assertThat(early.seconds())
                        .isLessThanOrEqualTo(15));
    }

    @Test
    void anAttackersOwnSignInDoesNotMakeTheAddressForgetItsGuesses() {
        for (int i = 0; i < 52; i++) {
            guess(throttle, name + i, address, 1);
            throttle.check("attacker-" + name, address, () -> true);
        }

        assertThatThrownBy(() -> throttle.check("another-" + name, address, () -> true))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void nodesCountTogether() {
        var otherNode = new SignInThrottle(attempts, Clock.systemUTC(), trail);
        var checked = new AtomicInteger();
        for (int i = 0; i < 10; i++) {
            guess(i % 2 == 0 ? throttle : otherNode, name, address, 1, checked);
        }

        assertThat(checked.get()).isLessThanOrEqualTo(7);
        assertThatThrownBy(() -> otherNode.check(name, address, () -> true)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void guessesAtTheSameMomentDoNotSlipThrough() {
        var checked = new AtomicInteger();
        var many = Executors.newFixedThreadPool(16);
        try {
            var all = IntStream.range(0, 64)
                    .mapToObj(
                            each -> CompletableFuture.runAsync(() -> guess(throttle, name, address, 1, checked), many))
                    .toList();
            all.forEach(CompletableFuture::join);
        } finally {
            many.shutdown();
        }

        assertThat(checked.get()).isLessThanOrEqualTo(12);
    }

    @Test
    void countingStartsAnewAfterAQuarterOfAnHourAndTheTableDoesNotGrow() {
        guess(throttle, name, address, 6);
        later(SignInThrottle.FORGOTTEN_AFTER.plusSeconds(1));
        guess(throttle, name, address, 5);
        assertThat(throttle.check(name, address, () -> true)).isTrue();

        later(Duration.ofDays(40));
        var now = Instant.now().plus(Duration.ofDays(40));
        attempts.forget(now.minus(SignInThrottle.FORGOTTEN_AFTER), now);
        assertThat(jdbc.sql("select count(*) from sign_in_attempts")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theTableHasACapAndKeepsWhoIsKnownAndWhoFailedMost() {
        throttle.check("known-" + name, address, () -> true);
        guess(throttle, name, "192.0.2.77", 9);
        for (int i = 0; i < 20; i++) {
            guess(throttle, "once-" + i + name, "2001:db8:77:" + i + "::1", 1);
        }

        attempts.keepAtMost(rowsThatMatter(), Instant.now());

        assertThat(jdbc.sql(
                                "select count(*) from sign_in_attempts where failures < 2 and known_until < current_timestamp")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> throttle.check(name, "192.0.2.77", () -> true)).isInstanceOf(TooManyAttempts.class);
        guess(throttle, "known-" + name, "192.0.2.78", 30);
        assertThat(throttle.check("known-" + name, address, () -> true)).isTrue();
    }

    private int rowsThatMatter() {
        return jdbc.sql("select count(*) from sign_in_attempts where failures > 1 or known_until > current_timestamp")
                .query(Integer.class)
                .single();
    }

    @Test
    void strangersNeverHaveAllProcessorsAndWhoIsKnownComesInBesideThem() {
        throttle.check(name, address, () -> true);
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var refused = new AtomicInteger();
        var go = new CountDownLatch(1);
        var many = Executors.newFixedThreadPool(60);
        try {
            var all = IntStream.range(0, 60)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> {
                                try {
                                    throttle.check("stranger-" + i + name, "198.51.100." + i + name, () -> {
                                        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                                        await(go);
                                        atOnce.decrementAndGet();
                                        return false;
                                    });
                                } catch (TooManyAttempts busy) {
                                    assertThat(busy).hasMessageStartingWith("Too many people are signing in");
                                    refused.incrementAndGet();
                                }
                            },
                            many))
                    .toList();
            Awaitility.await()
                    .until(() -> refused.get() >= 60 - 30 - Runtime.getRuntime().availableProcessors());

            assertThat(throttle.check(name, address, () -> true)).isTrue();
            go.countDown();
            all.forEach(CompletableFuture::join);
        } finally {
            go.countDown();
            many.shutdown();
        }
        assertThat(most.get())
                .isLessThanOrEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    @Test
    void tellsWhoMeetsManyOthersThatManySignInAndNotThatAPasswordWasWrong() {
        var turns = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        var taken = new CountDownLatch(turns);
        var go = new CountDownLatch(1);
        var many = Executors.newFixedThreadPool(turns);
        try {
            var others = IntStream.range(0, turns)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> throttle.check("other-" + i + name, "198.51.100." + i + name, () -> {
                                taken.countDown();
                                await(go);
                                return true;
                            }),
                            many))
                    .toList();
            await(taken);

            var visitor = Visitor.browser(port);
            var sentTo = visitor.signIn(name, "demo")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            assertThat(sentTo).matches(".*/login\\?busy=[0-9]+");
            assertThat(visitor.get(sentTo.substring(sentTo.indexOf("/login"))).body())
                    .contains("Error: Sign in", "Too many people are signing in at this moment", "then try again")
                    .doesNotContain("wrong password", "password is wrong");
            var program = rest(Visitor.program(port, "dpo.wigan"), "192.0.2.210");
            assertThat(program.statusCode()).isEqualTo(429);
            assertThat(program.headers().firstValueAsLong("Retry-After")).hasValue(3);
            go.countDown();
            others.forEach(CompletableFuture::join);
        } finally {
            go.countDown();
            many.shutdown();
        }
        assertThat(rest(Visitor.program(port, "dpo.wigan"), "192.0.2.210").statusCode())
                .as("none of this counts as a wrong password")
                .isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whomAStartLetsInWaitsForNothingThatOthersTried() {
        for (int i = 0; i < 60; i++) {
            guess(throttle, name, "203.0.113." + i, 1);
        }
        guess(throttle, name, address, 10);
        assertThatThrownBy(() -> throttle.check(name, address, () -> true)).isInstanceOf(TooManyAttempts.class);

        throttle.open(name);

        guess(throttle, name, "203.0.113.200", 1);
        assertThat(throttle.check(name, "192.0.2.200", () -> true)).isTrue();
        assertThat(throttle.check(name, address, () -> true)).isTrue();
    }

    @Test
    void programsAreToldToWaitAndPeopleElsewhereAreNotLockedOut() {
        var guesser = Visitor.program(port, "dpo.rochdale", "guess");

        var answers =
                IntStream.range(0, 30).mapToObj(each -> rest(guesser, ATTACKER)).toList();

        assertThat(answers).extracting(answer -> answer.statusCode()).containsOnly(401, 429);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 401).hasSizeLessThan(20);
        var person = Visitor.program(port, "dpo.rochdale");
        assertThat(rest(person, "192.0.2.9").statusCode()).isEqualTo(200);
        assertThat(trail.find(
                        "dpo.rochdale",
                        "sign-in.failed",
                        Instant.EPOCH,
                        Instant.parse("2999-01-01T00:00:00Z"),
                        PageRequest.of(0, 1)))
                .first()
                .satisfies(event -> assertThat(event.address()).isEqualTo(ATTACKER));
        later(Duration.ofMinutes(2));
        assertThat(rest(person, ATTACKER).statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramThatGuessesIsHeldUpWithTheRightPasswordToo() {
        var guesser = Visitor.program(port, "dpo.tameside", "guess");
        IntStream.range(0, 10).forEach(each -> rest(guesser, "203.0.113.70"));

        var answer = rest(Visitor.program(port, "dpo.tameside"), "203.0.113.70");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
    }

    @Test
    void namesThatNobodyHasAreTreatedAlike() {
        var real = Visitor.program(port, "dpo.stockport", "guess");
        var invented = Visitor.program(port, name, "guess");

        var first = IntStream.range(0, 8)
                .map(each -> rest(real, "203.0.113.67").statusCode())
                .boxed()
                .toList();
        var second = IntStream.range(0, 8)
                .map(each -> rest(invented, "203.0.113.68").statusCode())
                .boxed()
                .toList();

        assertThat(first).isEqualTo(second).contains(401, 429);
    }

    @Test
    void theEnginesOwnLockKeepsNobodyOut() {
        jdbc.sql("update act_id_user set attempts_ = 10 where id_ = 'ig.tameside'")
                .update();

        assertThat(rest(Visitor.program(port, "ig.tameside"), "192.0.2.10").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWholeNetworkCountsAsOneAddress() {
        assertThat(Caller.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Caller.network("2001:db8:1:2::99"));
        assertThat(Caller.network("2001:db8:1:2::99")).isNotEqualTo(Caller.network("2001:db8:1:3::99"));
        assertThat(Caller.network("192.0.2.1")).isNotEqualTo(Caller.network("192.0.2.2"));
    }

    private HttpResponse<String> rest(Visitor visitor, String from) {
        return visitor.get("/engine-rest/filter", "application/json", Map.of("X-Forwarded-For", from));
    }

    private static void guess(SignInThrottle throttle, String name, String address, int times) {
        guess(throttle, name, address, times, new AtomicInteger());
    }

    private static void guess(SignInThrottle throttle, String name, String address, int times, AtomicInteger checked) {
        for (int i = 0; i < times; i++) {
            try {
                throttle.check(name, Caller.network(address), () -> {
                    checked.incrementAndGet();
                    return false;
                });
            } catch (TooManyAttempts early) {
                // An attacker goes on.
            }
        }
    }

    private static void later(Duration duration) {
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + duration.toMillis()));
    }
}
