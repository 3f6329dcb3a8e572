package gm.sharing.workflow.model;

import gm.sharing.document.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.function.SingletonSupplier;

/**
 * What ever came with the application, by the digest of its content. Whoever deploys such a content, from wherever and whatever
 * they call its source, changed nothing: it stays the application's, and upgrades go on.
 */
@Repository
class ShippedContents {

    /** Of the time before this was written down in the database. */
    private static final String BEFORE = "shipped-contents.txt";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SingletonSupplier<Set<String>> before = SingletonSupplier.of(ShippedContents::before);

    ShippedContents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The digest of a file's content; ends of lines do not count, because tools write their own. */
    static String digest(byte[] content) {
        ByteArrayOutputStream unix = new ByteArrayOutputStream(content.length);
        for (byte one : content) {
            if (one != '\r') {
                unix.write(one);
            }
        }
        return Digest.of(unix.toByteArray()).value();
    }

    /** Writes down those that are not known yet, in the caller's transaction. */
    void add(Collection<String> digests) {
        Set<String> missing = new HashSet<>(digests);
        missing.removeAll(jdbc.sql("select digest from shipped_content")
                .query(String.class)
                .set());
        missing.stream().sorted().forEach(digest -> jdbc.sql(
                        "insert into shipped_content (digest, shipped_at) values (?, ?)")
                .params(digest, clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    /** Whether this or an earlier release brought a file with this digest. */
    boolean contains(String digest) {
        return before.obtain().contains(digest)
                || jdbc.sql("select count(*) from shipped_content where digest = ?")
                                .param(digest)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private static Set<String> before() {
        try {
            return new ClassPathResource(BEFORE)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
