package gm.sharing.project;

import static gm.sharing.Changed.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.code.ShippedCodes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DataItemTests {

    private static final DataKinds KINDS = new Law(ShippedCodes.all()).kinds();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    special-category-health,        PSEUDONYMISED, true,  true
                    special-category-sex-life,      IDENTIFIABLE,  true,  true
                    special-category-health,        ANONYMOUS,     false, false
                    personal,                       PSEUDONYMISED, true,  false
                    special-category-of-an-owner,   IDENTIFIABLE,  true,  false""")
    void keepsItsCategoryAsLongAsPeopleCanBeKnown(
            String kind, Identifiability identifiability, boolean personal, boolean special) {
        var item = new DataItem("Data set", kind, identifiability);

        assertThat(item.personal()).isEqualTo(personal);
        assertThat(KINDS.special(item)).isEqualTo(special);
    }

    @ParameterizedTest
    @EnumSource(Identifiability.class)
    void isReadFromTheDatabaseAsItWasSaid(Identifiability identifiability) {
        var item = new DataItem("Convictions", "criminal-offence", identifiability);

        assertThat(StoredDataItem.of(item).item()).isEqualTo(item);
    }

    @ParameterizedTest
    @CsvSource({
        "personal, PSEUDONYMISED, Pseudonymised personal data",
        "personal, ANONYMOUS, Not personal data (anonymous or aggregated)",
        "criminal-offence, IDENTIFIABLE, Criminal offence data",
        "special-category-genetic, PSEUDONYMISED, Special category: genetic data (pseudonymised)",
        "Personal data: immigration, IDENTIFIABLE, Personal data: immigration",
    })
    void isCalledInDocumentsWhatItsTableSays(String kind, Identifiability identifiability, String words) {
        assertThat(KINDS.words(new DataItem("Data set", kind, identifiability))).isEqualTo(words);
    }

    @Test
    void keepsTheWordsOfAnOwnersOldForm() {
        assertThat(new StoredDataItem("Data set", "Personal data: immigration").item())
                .isEqualTo(new DataItem("Data set", "Personal data: immigration"));
    }

    @Test
    void isNamedOnce() {
        var needs = needs("Name and address", "Date of birth", " name  and Address");

        assertThatThrownBy(needs::mustNameEachItemOnce)
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("“name  and Address” is in row 1 already.");
        needs("Name", "Date of birth").mustNameEachItemOnce();
    }

    private static Needs needs(String... items) {
        Needs plain = ProjectFixture.needs();
        return changed(
                plain,
                "groups",
                List.of("residents"),
                "matching",
                false,
                "dataItems",
                Stream.of(items).map(name -> new DataItem(name, "personal")).toList());
    }
}
