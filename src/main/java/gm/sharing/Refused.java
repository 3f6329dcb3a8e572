package gm.sharing;

/**
 * What a person asked for breaks a rule. The message names the rule in that person's words and is shown to them as it
 * is, so it holds no personal data and no technical terms.
 */
public class Refused extends RuntimeException {

    public Refused(String message) {
        super(message);
    }
}
