package gm.sharing.organisation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class OrganisationCodeConverter implements AttributeConverter<OrganisationCode, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable OrganisationCode code) {
        return code == null ? null : code.value();
    }

    @Override
    public @Nullable OrganisationCode convertToEntityAttribute(@Nullable String value) {
        return value == null ? null : new OrganisationCode(value);
    }
}
