package gm.sharing.workflow.access;

import gm.sharing.Refused;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/** What an account says about its person: it is shown in the record and in published documents, and notices go there. */
record AccountDetails(
        @Size(max = LONGEST_NAME, message = "First name: at most {max} characters") @Pattern(regexp = ONE_LINE, message = "First name: one line of visible characters") String firstName,
        @Size(max = LONGEST_NAME, message = "Last name: at most {max} characters") @Pattern(regexp = ONE_LINE, message = "Last name: one line of visible characters") String lastName,
        @Size(max = 254, message = "Email: at most {max} characters") @Pattern(regexp = ONE_LINE, message = "Email: one line of visible characters") @Email(message = "Email: an address such as sam@example.org") String email) {

    private static final int LONGEST_NAME = 100;

    /** No control characters, line breaks, direction marks, invisible characters, or a text of these alone. */
    private static final String ONE_LINE = "|[^\\p{C}\\p{Zl}\\p{Zp}]*[^\\p{C}\\p{Z}][^\\p{C}\\p{Zl}\\p{Zp}]*";

    static AccountDetails of(User user) {
        return new AccountDetails(text(user.getFirstName()), text(user.getLastName()), text(user.getEmail()));
    }

    static AccountDetails of(@Nullable String firstName, @Nullable String lastName, @Nullable String email) {
        return new AccountDetails(text(firstName), text(lastName), text(email));
    }

    String name() {
        return (firstName + " " + lastName).strip();
    }

    /** Names every broken rule at once. */
    void check(Validator validator) {
        String broken = validator.validate(this).stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .distinct()
                .collect(Collectors.joining(". "));
        if (!broken.isEmpty()) {
            throw new Refused(broken + ".");
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
