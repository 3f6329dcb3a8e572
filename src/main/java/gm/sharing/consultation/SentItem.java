package gm.sharing.consultation;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a request for consultation has to hold (UK GDPR Article 36(3)). */
public enum SentItem {
    RESPONSIBILITIES("responsibilities", "who is responsible for what among controllers and processors"),
    PURPOSES("purposes", "the purposes and means of the processing"),
    SAFEGUARDS("safeguards", "the measures and safeguards"),
    DPO_CONTACT("dpo-contact", "the contact details of the data protection officer"),
    DPIA("dpia", "the DPIA");

    private final String code;
    private final String words;

    SentItem(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The name in forms. */
    @JsonValue
    public String code() {
        return code;
    }

    String words() {
        return words;
    }
}
