package gm.sharing.workflow.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/**
 * Refuses common passwords and what is quickly made of them: repeated, turned into digits, with a year at the end, rows of keys,
 * names, and the words that everybody here would try first. The list of the library has 100,000 passwords, but few of twelve
 * characters; ours has the 5,000 most common of those. Whoever guesses needs more than the {@value #BITS} bits that the library
 * suggests.
 */
final class UncommonPasswords implements PasswordPolicyRule {

    static final int BITS = 35;

    /** Estimating takes longer with each character; a password that is weak up to here is not made strong by what follows. */
    private static final int LOOKED_AT = 64;

    /** After this the library takes a good combination of what it found instead of the best. */
    private static final long MILLISECONDS = 50;

    private static final Dictionary COMMON = common();

    private static final List<String> WORDS_OF_THE_SERVICE = List.of(
            "sharing",
            "journeys",
            "sharingjourneys",
            "sharing-journeys",
            "agreement",
            "camunda",
            "manchester",
            "greatermanchester",
            "gm",
            "bolton",
            "bury",
            "oldham",
            "rochdale",
            "salford",
            "stockport",
            "tameside",
            "trafford",
            "wigan",
            "council",
            "nhs",
            "nhsgm",
            "police",
            "governance");

    @Override
    public String getPlaceholder() {
        return "No common password, and nothing made of common words, names or rows of keys: three unusual words do.";
    }

    @Override
    public @Nullable Map<String, String> getParameters() {
        return null;
    }

    @Override
    public boolean execute(String password) {
        return isStrong(password, Stream.empty());
    }

    @Override
    public boolean execute(String password, @Nullable User user) {
        return isStrong(
                password,
                user == null
                        ? Stream.empty()
                        : Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail()));
    }

    private static Dictionary common() {
        DictionaryBuilder common =
                new DictionaryBuilder().setDictionaryName("common").setExclusion(true);
        try (BufferedReader list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(UncommonPasswords.class.getResourceAsStream("/passwords/common.txt")),
                StandardCharsets.UTF_8))) {
            List<String> passwords =
                    list.lines().filter(line -> !line.startsWith("# ")).toList();
            for (int rank = 0; rank < passwords.size(); rank++) {
                common.addWord(passwords.get(rank), rank + 1);
            }
            return common.createDictionary();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isStrong(String password, Stream<@Nullable String> personal) {
        DictionaryBuilder known =
                new DictionaryBuilder().setDictionaryName("context").setExclusion(true);
        Stream.concat(
                        WORDS_OF_THE_SERVICE.stream(),
                        personal.flatMap(Stream::ofNullable)
                                .flatMap(text ->
                                        Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                                .filter(word -> word.length() > 1))
                .forEach(word -> known.addWord(word, 0));
        List<Dictionary> dictionaries = new ArrayList<>(ConfigurationBuilder.getDefaultDictionaries());
        dictionaries.add(COMMON);
        dictionaries.add(known.createDictionary());
        return new Nbvcxz(new ConfigurationBuilder()
                        .setDictionaries(dictionaries)
                        .setLocale(Locale.ENGLISH)
                        .setMinimumEntropy((double) BITS)
                        // Comparing with every word of every list would take most of the time.
                        .setDistanceCalc(false)
                        .setCombinationAlgorithmTimeout(MILLISECONDS)
                        .createConfiguration())
                .estimate(password.substring(0, Math.min(LOOKED_AT, password.length())))
                .isMinimumEntropyMet();
    }
}
