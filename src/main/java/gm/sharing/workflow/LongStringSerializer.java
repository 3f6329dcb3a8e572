package gm.sharing.workflow;

import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Stores texts that do not fit the engine's column of 4,000 characters; forms still see them as strings. */
final class LongStringSerializer extends AbstractTypedValueSerializer<StringValue> {

    private static final int COLUMN = 4_000;

    LongStringSerializer() {
        super(ValueType.STRING);
    }

    @Override
    public String getName() {
        return "long-string";
    }

    @Override
    protected boolean canWriteValue(@Nullable TypedValue value) {
        return value != null && value.getValue() instanceof String text && text.length() > COLUMN;
    }

    @Override
    public void writeValue(StringValue value, ValueFields fields) {
        fields.setByteArrayValue(value.getValue().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public StringValue readValue(ValueFields fields, boolean deserializeValue, boolean isTransient) {
        return Variables.stringValue(new String(fields.getByteArrayValue(), StandardCharsets.UTF_8), isTransient);
    }

    @Override
    public StringValue convertToTypedValue(UntypedValueImpl value) {
        return Variables.stringValue((String) value.getValue(), value.isTransient());
    }
}
