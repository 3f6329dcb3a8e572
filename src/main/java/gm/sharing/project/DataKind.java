package gm.sharing.project;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of information that the form offers: their codes, and what documents call them. */
enum DataKind {
    PERSONAL("personal", "Personal data"),
    LOCATION("personal-location", "Personal data: location or movements"),
    FINANCES("personal-finances", "Personal data: finances"),
    PRIVATE_LIFE("personal-private-life", "Personal data: family life or private messages"),
    SOCIAL_CARE("personal-social-care", "Personal data: social care"),
    HEALTH("special-category-health", "Special category: health"),
    ETHNIC_ORIGIN("special-category-ethnic-origin", "Special category: racial or ethnic origin"),
    BELIEF("special-category-belief", "Special category: religious or philosophical beliefs"),
    POLITICS("special-category-politics", "Special category: political opinions"),
    UNION("special-category-union", "Special category: trade union membership"),
    GENETIC("special-category-genetic", "Special category: genetic data"),
    BIOMETRIC("special-category-biometric", "Special category: biometric data that identifies a person"),
    SEX_LIFE("special-category-sex-life", "Special category: sex life or sexual orientation"),
    CRIMINAL_OFFENCE("criminal-offence", "Criminal offence data");

    private static final Map<String, DataKind> BY_CODE = by(kind -> kind.code);
    private static final Map<String, DataKind> BY_WORDS = by(kind -> kind.words);

    private final String code;
    private final String words;

    DataKind(String code, String words) {
        this.code = code;
        this.words = words;
    }

    String code() {
        return code;
    }

    /** The code of a kind that was stored in words, as all were before; words that no kind has any more stay. */
    static String code(String kind) {
        DataKind known = BY_WORDS.get(kind);
        return known == null ? kind : known.code;
    }

    /** What documents call the kind with this code; words, and codes that are a process owner's own, stay. */
    static String words(String kind) {
        DataKind known = BY_CODE.get(kind);
        return known == null ? kind : known.words;
    }

    private static Map<String, DataKind> by(Function<DataKind, String> name) {
        return Stream.of(values()).collect(Collectors.toUnmodifiableMap(name, Function.identity()));
    }
}
