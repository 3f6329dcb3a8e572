package gm.sharing.onboarding;

import gm.sharing.organisation.Sector;
import java.util.List;

/** The table of checklists, which a process owner keeps. */
public interface ChecklistTable {

    /** What is asked of the legal entities, or partnerships, of a sector, each thing once, in the order of the table. */
    List<AskedItem> asked(Sector sector, boolean legalEntity);
}
