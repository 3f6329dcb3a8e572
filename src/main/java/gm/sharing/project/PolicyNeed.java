package gm.sharing.project;

import gm.sharing.code.Coded;

/** When a condition of Schedule 1 of the Data Protection Act 2018 needs an appropriate policy document. */
public enum PolicyNeed implements Coded {
    ALWAYS,
    /** Not where everybody who receives the information is a competent authority (paragraph 10(3)). */
    UNLESS_TO_LAW_ENFORCEMENT,
    NEVER;

    /** What the table does not say is needed: to be safe. */
    static PolicyNeed of(String code) {
        return Coded.find(PolicyNeed.class, code).orElse(ALWAYS);
    }
}
