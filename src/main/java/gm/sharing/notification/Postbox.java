package gm.sharing.notification;

import gm.sharing.organisation.Person;

/** The way out of the house. */
interface Postbox {

    /**
     * Hands the notice over.
     *
     * @throws RuntimeException when it was not taken and should be tried again
     */
    void deliver(Outbox.Entry notice, Person to);

    /** Whether anything can leave. */
    default boolean isOpen() {
        return true;
    }
}
