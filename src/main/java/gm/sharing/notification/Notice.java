package gm.sharing.notification;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are told.
 *
 * @param about names the thing told; nobody is told the same thing twice
 * @param reference the project's reference; empty when it is about no project
 * @param text plain text, paragraphs separated by empty lines
 * @param path page of this application to go on at, starting with a slash, or null
 * @param waiting whether it may wait for the letter of the day of those who chose that
 */
public record Notice(
        String about, String reference, String subject, String text, @Nullable String path, Waiting waiting) {

    private static final int LONGEST_SUBJECT = 500;

    /** Indentation that comes with a model's file is none of the text; its breaks of lines are. */
    public Notice {
        text = text.lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
        subject = subject.length() <= LONGEST_SUBJECT ? subject : beginning(subject) + "…";
    }

    /** One that nobody waits for. */
    public Notice(String about, String reference, String subject, String text, @Nullable String path) {
        this(about, reference, subject, text, path, Waiting.NOT);
    }

    /** The same with other words on how soon it goes out. */
    public Notice with(Waiting other) {
        return new Notice(about, reference, subject, text, path, other);
    }

    /** As much as there is room for, and no half of a pair of letters. */
    private static String beginning(String subject) {
        int end = LONGEST_SUBJECT - 1;
        return subject.substring(0, Character.isHighSurrogate(subject.charAt(end - 1)) ? end - 1 : end);
    }
}
