package gm.sharing.notification;

/** To whom a notice goes. Groups are resolved to people when the notice is written. */
public sealed interface Recipient {

    /** One person by id. */
    record Individual(String id) implements Recipient {}

    /** Everybody in a group of the engine. */
    record Group(String group) implements Recipient {}
}
