package gm.sharing.workflow.gate.expression;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The numbers that a method takes.
 *
 * @param ofMoment whether it counts from a moment
 * @param written the numbers among the arguments that are written as such
 */
record NumbersTaken(Method method, boolean ofMoment, List<Kind> arguments, List<OptionalLong> written) {

    /** Ten years. */
    private static final Map<String, Integer> FARTHEST =
            Map.of("Hours", 87_600, "Days", 3_650, "Weeks", 521, "Months", 120, "Years", 10);

    /** Tells which of the numbers the service would refuse while it runs. */
    void check(Consumer<String> faults) {
        String name = method.getName();
        Integer farthest = ofMoment ? FARTHEST.get(name.replaceFirst("^(plus|minus)", "")) : null;
        for (int i = 0; i < arguments.size(); i++) {
            List<Long> numbers = known(i);
            if (farthest != null
                    && (numbers.isEmpty()
                            ? name.endsWith("Years")
                            : numbers.stream().anyMatch(number -> Math.abs(number) > farthest))) {
                faults.accept(name + " takes a number from 0 to " + farthest);
            }
            Min least = method.getParameters()[i].getAnnotation(Min.class);
            Max most = method.getParameters()[i].getAnnotation(Max.class);
            if (least != null && most != null) {
                numbers.stream()
                        .filter(number -> number < least.value() || number > most.value())
                        .forEach(number -> faults.accept(name + " takes a number from " + least.value() + " to "
                                + most.value() + ", not " + number));
            }
        }
    }

    /** What the argument can be: what is written, or what a table says. */
    private List<Long> known(int argument) {
        if (written.get(argument).isPresent()) {
            return List.of(written.get(argument).getAsLong());
        }
        Kind kind = arguments.get(argument);
        Set<String> values = kind.values();
        return values == null || !kind.isSurely(Number.class)
                ? List.of()
                : values.stream().map(Long::valueOf).sorted().toList();
    }
}
