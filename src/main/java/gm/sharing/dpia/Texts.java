package gm.sharing.dpia;

/** How long texts may be. */
final class Texts {

    /** What real assessments need in one field, with room to spare. */
    static final int LONG = 30_000;

    private Texts() {}
}
