package gm.sharing.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gm.sharing.organisation.HeldRole;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps roles as JSON; of events that were recorded before roles were kept, and of those that nobody caused, there are none. */
@Converter
public class HeldRolesConverter implements AttributeConverter<List<HeldRole>, String> {

    private static final TypeReference<List<HeldRole>> ROLES = new TypeReference<>() {};

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<HeldRole> roles) {
        if (roles == null || roles.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(roles);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write roles", e);
        }
    }

    @Override
    public List<HeldRole> convertToEntityAttribute(@Nullable String stored) {
        if (stored == null) {
            return List.of();
        }
        try {
            return JSON.readValue(stored, ROLES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read roles of an event", e);
        }
    }
}
