package gm.sharing.workflow.gate.expression;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What is known of a value before there is one.
 *
 * @param type {@link Object} when nothing is known, {@link Void} for null
 * @param values all that it can be, for texts and whole numbers; null when that is not known
 * @param entries what it holds by name, for the results of decisions and groups of answers; null when that is not known
 * @param element what each is that it holds, for lists of answers; null when that is not known
 * @param missing whether there may be nothing in its place, of which nothing can be asked
 * @param meant whom it names, or those in it where it is a list
 */
record Kind(
        Class<?> type,
        @Nullable Set<String> values,
        @Nullable Map<String, Kind> entries,
        @Nullable Kind element,
        boolean missing,
        Meant meant) {

    static final Kind UNKNOWN = of(Object.class);
    static final Kind NOTHING = of(Void.class).meaning(Meant.NOBODY_YET);
    static final Kind TRUTH = of(Boolean.class);
    static final Kind NUMBER = of(Number.class);
    static final Kind TEXT = of(String.class);
    static final Kind DATE = of(Date.class);

    static Kind of(Class<?> type) {
        return new Kind(ClassUtils.resolvePrimitiveIfNecessary(type), null, null, null, false, Meant.ANYTHING);
    }

    static Kind text(Collection<String> values) {
        return new Kind(String.class, Set.copyOf(values), null, null, false, Meant.written(values));
    }

    /** The same, when it is one of these. */
    Kind oneOf(Collection<String> these) {
        return new Kind(type, Set.copyOf(these), entries, element, missing, meant);
    }

    /** A whole number between two. */
    static Kind whole(double least, double most) {
        return of(least >= Integer.MIN_VALUE && most <= Integer.MAX_VALUE ? Integer.class : Long.class);
    }

    static Kind holding(Class<?> type, @Nullable Map<String, Kind> entries) {
        return new Kind(type, null, entries, null, false, Meant.ANYTHING);
    }

    /** A list that may be empty. */
    static Kind listOf(Kind element) {
        return new Kind(List.class, null, null, element, false, element.meant());
    }

    /** The same, or nothing. */
    Kind orNothing() {
        return new Kind(type, values, entries, element, true, meant);
    }

    /** The same, which names these. */
    Kind meaning(Meant these) {
        return new Kind(type, values, entries, element, missing, these);
    }

    /** What the program says of a variable: a text with certain values, or something of a type when there are none. */
    static Kind of(Sets.Variable variable) {
        Set<String> all = new TreeSet<>(Arrays.asList(variable.values()));
        all.addAll(codes(variable.codes()));
        return all.isEmpty() ? of(variable.type()).meaning(Meant.of(variable.whom())) : text(all);
    }

    static Set<String> codes(Class<?> type) {
        Set<String> codes = new TreeSet<>();
        if (type.isEnum()) {
            Method code = ReflectionUtils.findMethod(type, "code");
            for (Object constant : type.getEnumConstants()) {
                codes.add(code == null ? ((Enum<?>) constant).name() : read(code, constant));
            }
        }
        return codes;
    }

    private static String read(Method code, Object constant) {
        ReflectionUtils.makeAccessible(code);
        return String.valueOf(ReflectionUtils.invokeMethod(code, constant));
    }

    boolean isUnknown() {
        return type == Object.class;
    }

    /** Whether it is a whole number, as far as Java's own go. */
    boolean isWhole() {
        return type == Integer.class || type == Long.class;
    }

    boolean isNothing() {
        return type == Void.class;
    }

    /** Whether it can be something of this type as far as anybody knows. */
    boolean canBe(Class<?> wanted) {
        return isUnknown() || wanted.isAssignableFrom(type) || type.isAssignableFrom(wanted);
    }

    boolean isSurely(Class<?> wanted) {
        return wanted.isAssignableFrom(type);
    }

    /** What one of the two is. */
    Kind or(Kind other) {
        if (isNothing() || equals(other)) {
            return other;
        }
        if (other.isNothing()) {
            return this;
        }
        Kind both = orSurely(other).meaning(meant.or(other.meant));
        return missing || other.missing ? both.orNothing() : both;
    }

    private Kind orSurely(Kind other) {
        if (isSurely(String.class) && other.isSurely(String.class)) {
            Set<String> mine = values;
            Set<String> others = other.values;
            return mine == null || others == null
                    ? TEXT
                    : text(Stream.concat(mine.stream(), others.stream()).toList());
        }
        if (isSurely(Number.class) && other.isSurely(Number.class)) {
            return isWhole() && other.isWhole() ? of(Long.class) : NUMBER;
        }
        return type == other.type ? of(type) : UNKNOWN;
    }

    Optional<Kind> entry(String name) {
        return entries == null ? Optional.of(UNKNOWN) : Optional.ofNullable(entries.get(name));
    }
}
