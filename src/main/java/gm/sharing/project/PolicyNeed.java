package gm.sharing.project;

import java.util.stream.Stream;

/** When a condition of Schedule 1 of the Data Protection Act 2018 needs an appropriate policy document. */
public enum PolicyNeed {
    ALWAYS("always"),
    /** Not where everybody who receives the information is a competent authority (paragraph 10(3)). */
    UNLESS_TO_LAW_ENFORCEMENT("unless-to-law-enforcement"),
    NEVER("never");

    private final String code;

    PolicyNeed(String code) {
        this.code = code;
    }

    /** The word of the table. */
    public String code() {
        return code;
    }

    /** What the table does not say is needed: to be safe. */
    static PolicyNeed of(String code) {
        return Stream.of(values())
                .filter(need -> need.code.equals(code))
                .findFirst()
                .orElse(ALWAYS);
    }
}
