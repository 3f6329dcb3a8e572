package gm.sharing.document;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.SimpleBidiSplitter;
import java.text.Bidi;

/**
 * Tells the renderer in which direction each paragraph runs, and each line the same: what runs otherwise within a line is
 * put in order when the line is set, {@link TextLine}.
 */
final class BaseDirection implements BidiReorderer {

    static boolean matters(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /** Whether the first letter of a text that has a direction runs from right to left. */
    static boolean fromTheRight(String text) {
        return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /** Splits nothing; the first letter that has a direction gives it to its paragraph. */
    static BidiSplitter splitter() {
        return new SimpleBidiSplitter() {
            @Override
            public byte getBaseDirection(String paragraph) {
                return fromTheRight(paragraph) ? RTL : LTR;
            }
        };
    }

    /** Marks a line of a paragraph that runs from right to left. */
    @Override
    public String reorderRTLTextToLTR(String line) {
        return TextLine.FROM_THE_RIGHT + line;
    }

    @Override
    public String shapeText(String text) {
        return text;
    }

    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }
}
