package gm.sharing.workflow.gate.soundness;

/**
 * A flow node, as far as tokens are concerned.
 *
 * @param index its place among the steps of its scope
 * @param prefix what kind of event it is, such as “Timer: ”, or empty
 * @param signalled whether the engine is told from outside that it is done; of several flows it then takes the last first
 */
record Step(int index, String id, String name, String prefix, Kind kind, boolean signalled) {

    /** What happens to a token that arrives. */
    enum Kind {
        /** It goes on at once, or ends where no flow goes out. */
        PASSES,
        /** It stays until the work is done or the event happens. */
        WAITS,
        /** It stays until one of the events behind the gateway happens. */
        WAITS_FOR_EVENTS,
        EXCLUSIVE,
        PARALLEL,
        INCLUSIVE,
        /** It ends, and with it all others of the scope. */
        ENDS_ALL
    }

    boolean waits() {
        return kind == Kind.WAITS || kind == Kind.WAITS_FOR_EVENTS;
    }

    boolean isGateway() {
        return kind == Kind.EXCLUSIVE
                || kind == Kind.PARALLEL
                || kind == Kind.INCLUSIVE
                || kind == Kind.WAITS_FOR_EVENTS;
    }

    /** Its name in quotes, or its id when people see no name. */
    String quoted() {
        return name.isEmpty() ? id : "“" + name + "”";
    }

    /** How a path tells it. */
    String label() {
        return prefix + (name.isEmpty() ? id : name);
    }
}
