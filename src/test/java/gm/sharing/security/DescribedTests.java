package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A provider is asked once what it is like, and one that does not answer holds up nobody. */
class DescribedTests {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void isAskedOnce() {
        var described =
                new Described<>("bolton", "https://id.bolton.example", () -> "answer " + asked.incrementAndGet());

        assertThat(described.get()).hasValue("answer 1");
        assertThat(described.get()).hasValue("answer 1");
    }

    @Test
    void isLeftAloneForAWhileWhenItDoesNotAnswer() {
        var described = new Described<>("bolton", "https://id.bolton.example", () -> {
            asked.incrementAndGet();
            throw new IllegalArgumentException("no answer");
        });

        assertThat(described.get()).isEmpty();
        assertThat(described.get()).isEmpty();
        assertThat(asked).hasValue(1);
    }
}
