package gm.sharing.organisation;

import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A role as somebody held it at one moment, kept with what they did then.
 *
 * @param role which one
 * @param organisation for which organisation; null for a role that belongs to none
 * @param deputyForName the name of the person who was away and whose place was taken; null in one's own right
 * @param through the organisation that acted for the other; null when that one acted itself
 */
public record HeldRole(
        Role role,
        @Nullable OrganisationCode organisation,
        @Nullable String deputyForName,
        @Nullable OrganisationCode through) {

    private static final Words WORDS = Words.in("organisation/offices");

    /** What the person holds today, always in the same order. That somebody belongs to an organisation is no role. */
    public static List<HeldRole> of(Person person) {
        return person.groups().stream()
                .sorted()
                .flatMap(group -> Role.ofGroup(group)
                        .filter(role -> role != Role.MEMBER)
                        .map(role -> of(person, group, role))
                        .orElse(Stream.empty()))
                .toList();
    }

    private static Stream<HeldRole> of(Person person, String group, Role role) {
        OrganisationCode organisation =
                Role.forWhom(group).or(person::organisation).orElse(null);
        return person.lent().getOrDefault(group, List.of(Capacity.OWN)).stream()
                .map(capacity -> new HeldRole(role, organisation, capacity.deputyForName(), capacity.through()));
    }

    /** The organisations that it names. */
    public Stream<OrganisationCode> organisations() {
        return Stream.of(Optional.ofNullable(organisation), Optional.ofNullable(through))
                .flatMap(Optional::stream);
    }

    /** For people, such as “IG officer, Bolton Council, as deputy of Sam Hill”. */
    public String words(Function<OrganisationCode, String> nameOf) {
        String words = role.label();
        if (organisation != null) {
            words += ", " + nameOf.apply(organisation);
        }
        if (through != null) {
            words = WORDS.text("for-which-acts", Map.of("office", words, "organisation", nameOf.apply(through)));
        }
        return deputyForName == null
                ? words
                : WORDS.text("as-deputy", Map.of("office", words, "person", deputyForName));
    }
}
