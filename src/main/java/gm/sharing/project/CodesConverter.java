package gm.sharing.project;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps codes of a form's list in their order, separated by spaces. */
@Converter
class CodesConverter implements AttributeConverter<List<String>, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<String> codes) {
        return codes == null ? null : String.join(" ", codes);
    }

    @Override
    public @Nullable List<String> convertToEntityAttribute(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return value.isEmpty() ? List.of() : List.of(value.split(" "));
    }
}
