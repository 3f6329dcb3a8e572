package gm.sharing.project;

import gm.sharing.code.Coded;

/** What the lead wants to change in a revision; the process goes on there. */
public enum RevisionScope implements Coded {
    SHARING("what is shared, the partners or the flows"),
    ARRANGEMENTS("how the information is handled"),
    DPIA("the DPIA");

    private final String label;

    RevisionScope(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
