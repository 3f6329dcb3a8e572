package gm.sharing.organisation;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps a list of organisations in its order, separated by spaces. */
@Converter
public class OrganisationCodesConverter implements AttributeConverter<List<OrganisationCode>, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<OrganisationCode> codes) {
        return codes == null
                ? null
                : codes.stream().map(OrganisationCode::value).collect(joining(" "));
    }

    @Override
    public @Nullable List<OrganisationCode> convertToEntityAttribute(@Nullable String value) {
        return value == null
                ? null
                : Stream.of(value.split(" "))
                        .filter(code -> !code.isEmpty())
                        .map(OrganisationCode::new)
                        .toList();
    }
}
