package gm.sharing.document;

import java.util.List;

/** One named answer. */
public record Fact(String name, String answer) {

    private static final int LONGEST_WHOLE = 600;

    public List<Paragraph> paragraphs() {
        return Paragraph.of(answer);
    }

    /** Whether no page break may part it: it would leave less than a few lines' room unused. */
    public boolean staysWhole() {
        return answer.length() <= LONGEST_WHOLE;
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
