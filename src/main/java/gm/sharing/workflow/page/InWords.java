package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers as people write them, and can send them again: a number has no exponent, however large or small it is. */
final class InWords {

    private InWords() {}

    /** Of one answer; nothing for none, and for what holds others. */
    static String of(JsonNode value) {
        return value.isContainerNode() || value.isNull()
                ? ""
                : value.isNumber() ? ofValue(value.numberValue()) : value.asText();
    }

    /** Of what an expression led to. */
    static String ofValue(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(InWords::ofValue).collect(Collectors.joining(", "));
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number)
                    ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                    : "";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString();
    }
}
