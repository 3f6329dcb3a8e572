package gm.sharing.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.Shipped;
import gm.sharing.organisation.HeldRole;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers to the forms that come with the application, as far as no rule reads them: to each that has to be answered. */
public final class ProseFixture {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProseFixture() {}

    /** As they are kept, all with the same text. */
    public static List<Given> given(String form, String text) {
        return questions(form).stream()
                .map(question -> Given.of(question, text))
                .toList();
    }

    /** As they are kept, each with its text by key. */
    public static List<Given> given(String form, Map<String, String> texts) {
        return questions(form).stream()
                .map(question -> Given.of(question, texts.get(question.key())))
                .toList();
    }

    /** As a form submits them, all with the same text. */
    public static Map<String, Object> submitted(String form, String text) {
        Map<String, Object> answers = new HashMap<>();
        questions(form).forEach(question -> answers.put(question.key(), text));
        return answers;
    }

    /** As they are read, each with its text by key; with the key itself where none is given. */
    public static FurtherAnswers read(String form, Map<String, String> texts) {
        return new FurtherAnswers(questions(form).stream()
                .map(question -> new Answer(
                        question,
                        null,
                        null,
                        texts.getOrDefault(question.key(), question.key()),
                        List.of(),
                        null,
                        "lead",
                        "Lena Lead",
                        List.<HeldRole>of(),
                        Instant.parse("2026-05-01T09:00:00Z")))
                .toList());
    }

    private static List<Question> questions(String form) {
        List<Question> questions = new ArrayList<>();
        try {
            collect(form, JSON.readTree(Shipped.text(form + ".form")), questions);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return questions;
    }

    private static void collect(String form, JsonNode parent, List<Question> questions) {
        for (JsonNode field : parent.path("components")) {
            JsonNode properties = field.path("properties");
            if (properties.has("heading")
                    && field.path("validate").path("required").asBoolean()) {
                questions.add(new Question(
                        form,
                        form,
                        field.path("key").asText(),
                        field.path("label").asText(),
                        properties.path("heading").asText(),
                        AnswerKind.TEXT,
                        questions.size() + 1,
                        1,
                        InDocument.of(properties.path("document").asText()).orElseThrow(),
                        properties.path("part").asText(),
                        properties.path("section").asText()));
            }
            collect(form, field, questions);
        }
    }
}
