package gm.sharing.document;

import java.util.List;

/** One named answer. */
public record Fact(String name, String answer) {

    public List<Paragraph> paragraphs() {
        return Paragraph.of(answer);
    }

    /** The answer where no lists are. */
    public String shown() {
        return Paragraph.withBullets(answer);
    }

    /** Whether the answer is the address of a page, to be followed. */
    public boolean leadsToAPage() {
        return answer.matches("https?://\\S+");
    }

    String text() {
        return name + ": " + answer;
    }
}
