package gm.sharing.workflow.gate.soundness;

import gm.sharing.workflow.gate.Violation;

/** A model, or a part of it, holds what the search does not know or cannot try within its limits. */
final class NotCheckedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String element;
    private final String name;

    /** An element that stands in the way, with what is wrong and what to do. */
    NotCheckedException(String element, String name, String rule) {
        super(rule);
        this.element = element;
        this.name = name;
    }

    NotCheckedException(Step step, String rule) {
        this(step.id(), step.name(), rule);
    }

    Violation violation() {
        String rule = getMessage();
        return new Violation(element, name, rule == null ? "" : rule);
    }
}
