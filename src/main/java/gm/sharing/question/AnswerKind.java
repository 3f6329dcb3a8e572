package gm.sharing.question;

/** What an answer is, and so how it is kept. */
public enum AnswerKind {
    /** Kept as typed. */
    TEXT,

    /** Kept as a number is written in JSON. */
    NUMBER,

    /** Kept as {@code true} or {@code false}. */
    TRUTH,

    /** Kept as {@code yyyy-MM-dd}. */
    DATE,

    /** One of several options, kept as its value. */
    CHOICE,

    /** Some of several options, kept as a JSON list of their values. */
    CHOICES,

    /** Kept as a JSON list of objects. */
    ROWS,

    /** Fields that belong together, kept as a JSON object. */
    GROUP
}
