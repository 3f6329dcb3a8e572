package gm.sharing.directory;

import gm.sharing.wording.Words;

/** Something that a page asks. Its key names its field, its label and its hint. */
interface Asked {

    String key();

    Fact.Kind kind();

    /** In characters. */
    int longest();

    /** Whether nothing can be kept without it. */
    boolean required();

    default String label() {
        return Texts.LABELS.text(key());
    }

    default String hint() {
        return Texts.HINTS.text(key());
    }

    /** Where labels and hints are written. */
    final class Texts {

        private static final Words LABELS = Words.in("directory/labels");
        private static final Words HINTS = Words.in("directory/hints");

        private Texts() {}
    }
}
