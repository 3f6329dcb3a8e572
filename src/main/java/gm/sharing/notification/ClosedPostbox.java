package gm.sharing.notification;

import gm.sharing.organisation.Person;

/** Stands where no mail server is configured: notices wait in the outbox. */
class ClosedPostbox implements Postbox {

    @Override
    public void deliver(Letter letter, Person to) {
        throw new IllegalStateException("No mail server is configured");
    }

    @Override
    public boolean isOpen() {
        return false;
    }
}
