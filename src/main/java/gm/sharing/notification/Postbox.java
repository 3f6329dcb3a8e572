package gm.sharing.notification;

import gm.sharing.organisation.Person;

/** The way out of the house. */
interface Postbox {

    /**
     * Hands the letter over.
     *
     * @throws RefusedAddress when it will never be taken for this address
     * @throws RuntimeException when it was not taken and should be tried again
     */
    void deliver(Letter letter, Person to);

    /** Whether anything can leave. */
    default boolean isOpen() {
        return true;
    }
}
