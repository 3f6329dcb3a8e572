package gm.sharing.insight;

import java.math.BigDecimal;

/** How numbers are written here. */
final class Numbers {

    private Numbers() {}

    /** Without digits that say nothing, such as 4 and 4.5. */
    static String text(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
