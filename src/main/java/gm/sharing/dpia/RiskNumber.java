package gm.sharing.dpia;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.regex.Pattern;

/** How the number of a risk is written in forms: "R3", and nothing for a risk that has none yet. */
final class RiskNumber {

    private static final Pattern WRITTEN = Pattern.compile("R[1-9]\\d{0,5}");

    private RiskNumber() {}

    static String written(int number) {
        return "R" + number;
    }

    /** Writes the number for a form. */
    static final class Writing extends StdScalarSerializer<Integer> {

        private static final long serialVersionUID = 1;

        Writing() {
            super(Integer.class);
        }

        @Override
        public void serialize(Integer number, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (number == 0) {
                json.writeNull();
            } else {
                json.writeString(written(number));
            }
        }
    }

    /** Reads the number that a form sends back. */
    static final class Reading extends StdScalarDeserializer<Integer> {

        private static final long serialVersionUID = 1;

        Reading() {
            super(Integer.class);
        }

        @Override
        public Integer deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getText();
            if (!WRITTEN.matcher(text).matches()) {
                throw context.weirdStringException(text, Integer.class, "not the number of a risk");
            }
            return Integer.valueOf(text.substring(1));
        }

        @Override
        public Integer getNullValue(DeserializationContext context) {
            return 0;
        }
    }
}
