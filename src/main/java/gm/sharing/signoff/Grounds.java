package gm.sharing.signoff;

import gm.sharing.code.CodesInForce;
import org.springframework.stereotype.Component;

/** The grounds on which a partner may refuse, in words. */
@Component
public class Grounds {

    /** The table of codes that lists them. */
    public static final String TABLE = "refusal-grounds";

    private final CodesInForce codes;

    Grounds(CodesInForce codes) {
        this.codes = codes;
    }

    /** What people read for the code of a ground; words of before stay as they are. */
    public String inWords(String code) {
        return codes.now().table(TABLE).label(code);
    }
}
