package gm.sharing.project;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class ProjectReferenceConverter implements AttributeConverter<ProjectReference, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ProjectReference reference) {
        return reference == null ? null : reference.value();
    }

    @Override
    public @Nullable ProjectReference convertToEntityAttribute(@Nullable String value) {
        return value == null ? null : new ProjectReference(value);
    }
}
