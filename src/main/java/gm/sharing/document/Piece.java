package gm.sharing.document;

/** A part of a text that is the same in two versions of it, or is only in one. */
public record Piece(Kind kind, String text) {

    /** In which of the versions it is. */
    public enum Kind {
        SAME,
        TAKEN_OUT,
        ADDED
    }
}
