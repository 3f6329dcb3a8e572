package gm.sharing;

/** How long texts may be. */
public final class Texts {

    /** Characters of what people write freely: real agreements hold up to 19,000 in one field. */
    public static final int LONG = 30_000;

    private Texts() {}
}
