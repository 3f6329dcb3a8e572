package gm.sharing.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people read of an answer where its value does not say it: options and fields as they were called then. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record InWords(List<String> chosen, @Nullable AnswerTable table) {

    InWords {
        chosen = Objects.requireNonNullElse(chosen, List.<String>of()).stream().toList();
    }

    static @Nullable InWords of(Given given) {
        return given.chosen().isEmpty() && given.table() == null ? null : new InWords(given.chosen(), given.table());
    }

    /** Keeps it as JSON. */
    @jakarta.persistence.Converter
    static final class Converter implements AttributeConverter<InWords, String> {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable InWords words) {
            try {
                return words == null ? null : JSON.writeValueAsString(words);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Cannot write the words of an answer", e);
            }
        }

        @Override
        public @Nullable InWords convertToEntityAttribute(@Nullable String stored) {
            try {
                return stored == null ? null : JSON.readValue(stored, InWords.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Cannot read the words of an answer", e);
            }
        }
    }
}
