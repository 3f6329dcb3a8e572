package gm.sharing.handbook;

/**
 * What a form is at a glance.
 *
 * @param title as it calls itself; empty when it does not
 * @param questions how many it has, those in the rows of lists among them
 */
public record FormInShort(String title, int questions) {}
