package gm.sharing.organisation;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.util.Set;

/** The kinds of organisations that share information in Greater Manchester. */
@WordsIn("organisation/names")
public enum Sector implements Coded, Worded {
    COUNCIL,
    COMBINED_AUTHORITY,
    NHS_TRUST,
    ICB,
    GP_PRACTICE,
    POLICE,
    FIRE,
    PROBATION,
    HOUSING,
    VCFSE,
    UNIVERSITY,
    TRANSPORT,
    CENTRAL_GOVERNMENT,
    OTHER;

    /**
     * Whether its organisations submit the Data Security and Protection Toolkit, as everybody with access to NHS data and
     * systems does. Police, fire, landlords and others have schemes of their own.
     */
    boolean submitsToolkit() {
        return Set.of(COUNCIL, NHS_TRUST, ICB, GP_PRACTICE).contains(this);
    }
}
