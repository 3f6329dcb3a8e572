package gm.sharing.workflow.gate.expression;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * An expression reads something by its name.
 *
 * @param base of what it is read
 * @param service whether that is a service, which is asked and not read
 */
record PropertyRead(Kind base, boolean service, String name) {

    /** What is read; unknown, and told, where that cannot be read. */
    Kind check(Consumer<String> faults) {
        if (base.isUnknown()) {
            return Kind.UNKNOWN;
        }
        Map<String, Kind> entries = base.entries();
        if (entries != null) {
            Optional<Kind> entry = base.entry(name);
            if (entry.isEmpty()) {
                faults.accept(
                        MethodCall.givesNothing(base) + " named “" + name + "”" + Similar.hint(name, entries.keySet()));
            }
            return entry.orElse(Kind.UNKNOWN);
        }
        if (service) {
            faults.accept("a service is asked with a method, as in workingDays.from(now(), 5); “" + name + "” is none"
                    + Similar.hint(name, MethodCall.names(base.type(), true)));
            return Kind.UNKNOWN;
        }
        if (!AllowedMembers.mayRead(base.type(), name)
                || (base.isSurely(VariableScope.class) && !AllowedMembers.hasGetter(base.type(), name))) {
            faults.accept("models cannot read “" + name + "” of " + MethodCall.words(base.type())
                    + Similar.hint(name, AllowedMembers.names(base.type())));
            return Kind.UNKNOWN;
        }
        return MethodCall.property(base.type(), name);
    }
}
