package gm.sharing.benchmark;

import java.util.List;

/** Measures what belongs together. */
interface Section {

    /** By which it can be asked for alone. */
    String name();

    List<Rounds> measure();
}
