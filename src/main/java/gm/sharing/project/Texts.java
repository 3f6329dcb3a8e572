package gm.sharing.project;

/** How long texts may be. */
final class Texts {

    /** Real agreements hold up to 19,000 characters in one field. */
    static final int LONG = 30_000;

    private Texts() {}
}
