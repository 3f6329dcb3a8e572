package gm.sharing.project;

import gm.sharing.code.Code;
import gm.sharing.code.CodeTable;
import gm.sharing.wording.Words;
import java.util.Map;

/** The kinds of information that the form offers, and what the law says of each. */
public record DataKinds(CodeTable table) {

    public static final String TABLE = "data-kinds";

    public static final String PERSONAL = "personal";
    public static final String LOCATION = "personal-location";
    public static final String GENETIC = "special-category-genetic";
    public static final String BIOMETRIC = "special-category-biometric";

    /** Columns of the table. */
    public static final String WORDS = "words";

    private static final String FILE = "project/words";

    public static final String SUBJECT = "subject";
    public static final String CATEGORY = "category";
    public static final String HIGHLY_PERSONAL = "highlyPersonal";

    /** What the law may call a kind. */
    public static final String SPECIAL = "special";

    public static final String CRIMINAL_OFFENCE = "criminal-offence";
    public static final String NO_CATEGORY = "none";

    /** Whether the item needs a condition of Article 9 of UK GDPR. */
    public boolean special(DataItem item) {
        return item.personal() && text(item, CATEGORY).equals(SPECIAL);
    }

    /** Whether the item falls under Article 10 of UK GDPR. */
    public boolean criminalOffence(DataItem item) {
        return item.personal() && text(item, CATEGORY).equals(CRIMINAL_OFFENCE);
    }

    /** Whether it is no special category and yet very private, as the guidelines WP248 say. */
    public boolean highlyPersonal(DataItem item) {
        return item.personal()
                && table.find(item.kind())
                        .filter(kind -> kind.is(HIGHLY_PERSONAL))
                        .isPresent();
    }

    /** What documents say of it. */
    public String words(DataItem item) {
        return switch (item.identifiability()) {
            case IDENTIFIABLE -> words(item.kind());
            case PSEUDONYMISED ->
                item.kind().equals(PERSONAL)
                        ? Words.in(FILE).text("pseudonymised-personal-data")
                        : Words.in(FILE).text("pseudonymised", Map.of("kind", words(item.kind())));
            case ANONYMOUS -> Words.in(FILE).text("anonymous");
        };
    }

    private String words(String kind) {
        return table.find(kind).map(known -> known.text(WORDS)).orElse(kind);
    }

    /** What it tells of people, within a sentence: "health", or "health (pseudonymised)". */
    public String subject(DataItem item) {
        String subject =
                table.find(item.kind()).map(known -> known.text(SUBJECT)).orElse(item.kind());
        return item.pseudonymised() ? subject + " (pseudonymised)" : subject;
    }

    private String text(DataItem item, String column) {
        return table.find(item.kind()).map((Code kind) -> kind.text(column)).orElse("");
    }
}
