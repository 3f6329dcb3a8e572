package gm.sharing.directory;

import gm.sharing.Refused;

/** Somebody else changed an organisation after the page was shown on which a change was made. */
class ChangedSince extends Refused {

    ChangedSince() {
        super(
                "Somebody else changed this organisation after you opened the page. Look at what it says now, and save again"
                        + " what you still want to change.");
    }
}
