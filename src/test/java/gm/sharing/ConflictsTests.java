package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.TransactionSystemException;

class ConflictsTests {

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "55P03", "HYT00", "90131", "90112", "90143"})
    void areWhatTheDatabaseSaysOfLocksHoweverItIsWrapped(String state) {
        var said = new SQLException("", state);
        var batch = new BatchUpdateException("", "08000", new int[0]);
        batch.setNextException(said);

        assertThat(Conflicts.isConflict(said)).isTrue();
        assertThat(Conflicts.isConflict(new IllegalArgumentException("", new IllegalStateException(said))))
                .isTrue();
        assertThat(Conflicts.isConflict(new TransactionSystemException("", said)))
                .isTrue();
        assertThat(Conflicts.isConflict(new IllegalArgumentException("", batch)))
                .isTrue();
    }

    @Test
    void areWhatTheRecordSaysOfThem() {
        assertThat(Conflicts.isConflict(new IllegalArgumentException("", new CannotAcquireLockException(""))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "08006", "42601"})
    void areNothingElse(String state) {
        assertThat(Conflicts.isConflict(new IllegalArgumentException("", new SQLException("", state))))
                .isFalse();
        assertThat(Conflicts.isConflict(new IllegalStateException())).isFalse();
    }
}
