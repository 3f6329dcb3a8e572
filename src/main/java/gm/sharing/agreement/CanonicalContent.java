package gm.sharing.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An agreement's content in the one form that is digested: JSON in UTF-8, names in alphabetical order, no white space
 * between values.
 */
record CanonicalContent(String json) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .build();

    static CanonicalContent of(AgreementContent content) {
        try {
            return new CanonicalContent(JSON.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Content of " + content.reference() + " cannot be written", e);
        }
    }

    static AgreementContent read(String json) {
        try {
            return JSON.readValue(json, AgreementContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored content of an agreement cannot be read", e);
        }
    }

    String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
