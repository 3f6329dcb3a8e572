package gm.sharing.code;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A choice that the program itself knows: an enum whose constants forms, models and tables name by their code. */
public interface Coded {

    /** As enums have it. */
    String name();

    /** The word in forms, process variables, tables and contents: the constant's name as {@code some-code}. */
    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant with this code.
     *
     * @throws IllegalArgumentException when none has it
     */
    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        return find(type, code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no " + type.getSimpleName() + " with the code “" + code + "”"));
    }

    /** The constant with this code; empty when none has it. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }

    /** The codes of these constants, in their order. */
    static String[] codes(Coded... constants) {
        return Stream.of(constants).map(Coded::code).toArray(String[]::new);
    }
}
