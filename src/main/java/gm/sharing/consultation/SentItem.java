package gm.sharing.consultation;

import gm.sharing.code.Coded;

/** What a request for consultation has to hold (UK GDPR Article 36(3)). */
public enum SentItem implements Coded {
    RESPONSIBILITIES("who is responsible for what among controllers and processors"),
    PURPOSES("the purposes and means of the processing"),
    SAFEGUARDS("the measures and safeguards"),
    DPO_CONTACT("the contact details of the data protection officer"),
    DPIA("the DPIA");

    private final String words;

    SentItem(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
