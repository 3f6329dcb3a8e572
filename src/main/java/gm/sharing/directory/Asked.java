package gm.sharing.directory;

/** Something that a page asks. Its key names its field, its label and its hint. */
interface Asked {

    String key();

    Fact.Kind kind();

    /** In characters. */
    int longest();

    /** Whether nothing can be kept without it. */
    boolean required();

    String label();

    String hint();
}
