package gm.sharing.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/**
 * A document's content in the one form that is digested: JSON in UTF-8, names in alphabetical order, no white space
 * between values.
 */
public record CanonicalContent(String json) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .build();

    /** Writes a content, which is a record of texts, numbers, chapters and the like. */
    public static CanonicalContent of(Object content) {
        try {
            return new CanonicalContent(JSON.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(content.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    /** Reads what was written of a content of this type. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    /** SHA-256 of the JSON in UTF-8, as 64 hexadecimal digits in lower case. */
    public String digest() {
        return Digest.of(json.getBytes(StandardCharsets.UTF_8)).value();
    }
}
