package gm.sharing.project;

import static java.util.stream.Collectors.joining;

import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the organisations at one end of a flow in their order, separated by spaces. */
@Converter
class OrganisationCodesConverter implements AttributeConverter<List<OrganisationCode>, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<OrganisationCode> codes) {
        return codes == null
                ? null
                : codes.stream().map(OrganisationCode::value).collect(joining(" "));
    }

    @Override
    public @Nullable List<OrganisationCode> convertToEntityAttribute(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return value.isEmpty()
                ? List.of()
                : Stream.of(value.split(" ")).map(OrganisationCode::new).toList();
    }
}
