package gm.sharing.workflow.gate;

import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** An element as it stands in a file, before anybody makes a model of it. */
final class XmlElement {

    private final @Nullable XmlElement parent;
    private final QName name;
    private final Map<QName, String> attributes;
    private final StringBuilder text = new StringBuilder();
    private final int line;
    private final int column;

    /** @param parent null for the root */
    XmlElement(@Nullable XmlElement parent, QName name, Map<QName, String> attributes, int line, int column) {
        this.parent = parent;
        this.name = name;
        this.attributes = attributes;
        this.line = line;
        this.column = column;
    }

    @Nullable XmlElement parent() {
        return parent;
    }

    QName name() {
        return name;
    }

    Map<QName, String> attributes() {
        return attributes;
    }

    /** Its own text, without that of the elements within. */
    String text() {
        return text.toString();
    }

    void append(String more) {
        text.append(more);
    }

    /** An attribute without a namespace; null when it is not there. */
    @Nullable String attribute(String localName) {
        return attributes.get(new QName(localName));
    }

    /** Finds fault with it, or with the next element around it that has an id. */
    Violation violation(String rule) {
        XmlElement named = this;
        while (named.attribute("id") == null && named.parent != null) {
            named = named.parent;
        }
        return new Violation(
                shown(named.attribute("id")),
                named.attribute("id") == null ? "" : shown(named.attribute("name")),
                line,
                column,
                rule);
    }

    private static String shown(@Nullable String value) {
        return value == null ? "" : PlainText.shown(value);
    }
}
