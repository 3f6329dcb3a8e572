package gm.sharing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.TransactionSystemException;

class PageFrameTests {

    private final PageFrame frame = new PageFrame(new MockEnvironment());

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "55P03", "HYT00", "90131"})
    void tellsInPlainWordsThatSomebodyElseWasQuicker(String state) {
        var said = new SQLException("", state);

        assertThat(frame.overtaken(new UncategorizedSQLException("", "", said), new MockHttpServletRequest()))
                .satisfies(page -> assertThat(page.getStatus()).isEqualTo(HttpStatus.CONFLICT))
                .satisfies(page -> assertThat(page.getModel().get("refusal").toString())
                        .contains("what you did was not saved. Try again."));
        assertThat(frame.overtaken(new TransactionSystemException("", said), new MockHttpServletRequest())
                        .getStatus())
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "08006"})
    void doesNotTakeAFaultForAConflict(String state) {
        var fault = new UncategorizedSQLException("", "", new SQLException("", state));

        assertThatThrownBy(() -> frame.overtaken(fault, new MockHttpServletRequest()))
                .isSameAs(fault);
    }
}
