package gm.sharing.project;

import gm.sharing.code.Coded;

/** Whether people can be known by what is shared. */
public enum Identifiability implements Coded {
    IDENTIFIABLE,
    /** Keys stand for names. It is personal data (UK GDPR, Article 4(5)), and keeps its category. */
    PSEUDONYMISED,
    /** Nobody can be known any more, so it is no personal data (UK GDPR, recital 26). */
    ANONYMOUS
}
