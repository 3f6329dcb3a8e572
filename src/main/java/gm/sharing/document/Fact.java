package gm.sharing.document;

import java.util.List;

/** One named answer. */
public record Fact(String name, String answer) {

    public List<Paragraph> paragraphs() {
        return Paragraph.of(answer);
    }

    String text() {
        return name + ": " + answer;
    }
}
