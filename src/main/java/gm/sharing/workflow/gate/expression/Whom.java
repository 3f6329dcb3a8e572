package gm.sharing.workflow.gate.expression;

/** Whom a value of a process names. The program itself says so of what it sets; a text that somebody typed never names anybody. */
public enum Whom {
    /** Nobody for certain: also what somebody typed. */
    ANYTHING,

    /** A person, by the account. */
    ACCOUNT,

    /** An organisation, by its code. */
    ORGANISATION,

    /** A role, such as {@code ig-bolton}. */
    GROUP,

    /** Any of them, as a notice takes them, such as {@code group:ig-bolton,person:sam}. */
    RECIPIENTS
}
