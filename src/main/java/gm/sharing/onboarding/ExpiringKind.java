package gm.sharing.onboarding;

import gm.sharing.code.Coded;

/** The kinds of facts of an organisation that have a last day. */
public enum ExpiringKind implements Coded {
    ICO_REGISTRATION,
    ASSURANCE,
    SIGNATORY,
    PROCESSOR_CONTRACT
}
