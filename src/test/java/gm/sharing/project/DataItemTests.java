package gm.sharing.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DataItemTests {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    special-category-health,        PSEUDONYMISED, true,  true
                    special-category-sex-life,      IDENTIFIABLE,  true,  true
                    special-category-health,        ANONYMOUS,     false, false
                    personal,                       PSEUDONYMISED, true,  false
                    Special category: of an owner's, IDENTIFIABLE, true,  true""")
    void keepsItsCategoryAsLongAsPeopleCanBeKnown(
            String kind, Identifiability identifiability, boolean personal, boolean special) {
        var item = new DataItem("Data set", kind, identifiability);

        assertThat(item.personal()).isEqualTo(personal);
        assertThat(item.specialCategory()).isEqualTo(special);
    }

    @ParameterizedTest
    @EnumSource(Identifiability.class)
    void isReadFromTheDatabaseAsItWasSaid(Identifiability identifiability) {
        var item = new DataItem("Convictions", "criminal-offence", identifiability);

        assertThat(StoredDataItem.of(item).item()).isEqualTo(item);
    }

    @ParameterizedTest
    @CsvSource({
        "Pseudonymised personal data, personal, PSEUDONYMISED",
        "Not personal data (anonymous or aggregated), personal, ANONYMOUS",
        "Criminal offence data, criminal-offence, IDENTIFIABLE",
        "Special category: genetic data, special-category-genetic, IDENTIFIABLE",
        "Special category: health or social care, Special category: health or social care, IDENTIFIABLE",
        "Personal data: immigration, Personal data: immigration, IDENTIFIABLE",
    })
    void saysWhatItSaidInTheWordsOfBefore(String words, String kind, Identifiability identifiability) {
        var item = new StoredDataItem("Data set", words).item();

        assertThat(item).isEqualTo(new DataItem("Data set", kind, identifiability));
        assertThat(item.words()).isEqualTo(words);
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
        return new Needs(
                null,
                plain.purpose(),
                plain.necessity(),
                plain.benefits(),
                plain.dataSubjects(),
                List.of("residents"),
                plain.volume(),
                plain.scale(),
                false,
                Stream.of(items).map(name -> new DataItem(name, "personal")).toList());
    }
}
