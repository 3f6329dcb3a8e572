package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.organisation.People;
import gm.sharing.wording.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the projects that somebody can choose into the form of a process of a process owner's own. */
@Component
class StartForms {

    private static final Words WORDS = Words.in("question/own-processes");

    private static final String KEY = "valuesKey";

    private final ObjectProvider<OwnStart> starts;
    private final ObjectProvider<People> people;
    private final ObjectMapper json;

    /** People and projects are looked up late, because they need the engine that needs this. */
    StartForms(ObjectProvider<OwnStart> starts, ObjectProvider<People> people, ObjectMapper json) {
        this.starts = starts;
        this.people = people;
        this.json = json;
    }

    /** The form with the options of this person; as it is when it asks for no project. */
    InputStream withProjects(InputStream form, String user) {
        try {
            byte[] written = form.readAllBytes();
            JsonNode read = json.readTree(written);
            ObjectNode field = field(read);
            if (field == null) {
                return new ByteArrayInputStream(written);
            }
            List<Option> options = people.getObject()
                    .find(user)
                    .map(starts.getObject()::options)
                    .orElse(List.of());
            field.remove(KEY);
            field.set("values", json.valueToTree(options));
            if (options.isEmpty()) {
                field.put("description", WORDS.text("no-project"));
            }
            return new ByteArrayInputStream(json.writeValueAsBytes(read));
        } catch (IOException e) {
            throw new UncheckedIOException("A start form cannot be read", e);
        }
    }

    private static @Nullable ObjectNode field(JsonNode parent) {
        for (JsonNode component : parent.path("components")) {
            if (component instanceof ObjectNode field
                    && OwnStart.PROJECT.equals(field.path("key").asText())
                    && OwnStart.PROJECTS.equals(field.path(KEY).asText())) {
                return field;
            }
            ObjectNode within = field(component);
            if (within != null) {
                return within;
            }
        }
        return null;
    }
}
