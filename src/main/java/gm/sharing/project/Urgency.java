package gm.sharing.project;

import gm.sharing.code.Coded;

/** How fast the reviews of a project have to be; deadlines follow from it. */
public enum Urgency implements Coded {
    NORMAL,
    URGENT
}
