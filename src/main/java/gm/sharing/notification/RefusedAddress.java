package gm.sharing.notification;

/** Nothing can be sent to this address, however often it is tried. */
class RefusedAddress extends RuntimeException {

    RefusedAddress(String why) {
        super(why);
    }
}
