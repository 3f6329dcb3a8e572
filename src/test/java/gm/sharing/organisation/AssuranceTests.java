package gm.sharing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssuranceTests {

    @ParameterizedTest
    @CsvSource({
        "STANDARDS_EXCEEDED, SIGNIFICANT",
        "STANDARDS_MET, SIGNIFICANT",
        "APPROACHING_STANDARDS, LIMITED",
        "STANDARDS_NOT_MET, NONE",
        "NOT_PUBLISHED, NOT_SUBMITTED"
    })
    void followsTheResultOfTheToolkit(DsptStatus status, AssuranceLevel level) {
        assertThat(salford(new Dspt(status, 2026)).assurance(LocalDate.parse("2026-11-16")))
                .isEqualTo(level);
    }

    @Test
    void lastsUntilTheNextEditionCloses() {
        Organisation salford = salford(new Dspt(DsptStatus.STANDARDS_MET, 2026));

        assertThat(salford.assurance(LocalDate.parse("2027-06-30"))).isEqualTo(AssuranceLevel.SIGNIFICANT);
        assertThat(salford.assurance(LocalDate.parse("2027-07-01"))).isEqualTo(AssuranceLevel.EXPIRED);
    }

    @Test
    void isNotSubmittedWithoutAResult() {
        Organisation salford =
                Organisation.legalEntity(new OrganisationCode("salford"), "Salford City Council", Sector.COUNCIL);

        assertThat(salford.assurance(LocalDate.parse("2026-11-16"))).isEqualTo(AssuranceLevel.NOT_SUBMITTED);
    }

    @Test
    void neverExpiresWhenNothingWasPublished() {
        Organisation salford = salford(new Dspt(DsptStatus.NOT_PUBLISHED, 2020));

        assertThat(salford.assurance(LocalDate.parse("2026-11-16"))).isEqualTo(AssuranceLevel.NOT_SUBMITTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLUS | Significant, Cyber Essentials Plus",
                "HELD | Significant, Cyber Essentials",
                "WORKING_TOWARDS | Significant",
                "NONE | Significant"
            })
    void isShownWithACertificate(CyberEssentials certificate, String words) {
        Organisation salford = salford(new Dspt(DsptStatus.STANDARDS_MET, 2026)).certifiedBy(certificate);

        assertThat(salford.assuranceInWords(LocalDate.parse("2026-11-16"))).isEqualTo(words);
    }

    @Test
    void isShownAloneWhenNoCertificateIsKnown() {
        assertThat(salford(new Dspt(DsptStatus.STANDARDS_NOT_MET, 2026))
                        .assuranceInWords(LocalDate.parse("2026-11-16")))
                .isEqualTo("None");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLICE | PLUS | Cyber Essentials Plus",
                "HOUSING | NONE | Not applicable",
                "FIRE | HELD | Cyber Essentials",
                "NHS_TRUST | PLUS | Not submitted, Cyber Essentials Plus",
                "COUNCIL | NONE | Not submitted"
            })
    void saysThatNothingWasSubmittedOfThoseOnlyWhoHaveTo(Sector sector, CyberEssentials certificate, String words) {
        Organisation organisation = Organisation.legalEntity(new OrganisationCode("one"), "One", sector)
                .certifiedBy(certificate);

        assertThat(organisation.assuranceInWords(LocalDate.parse("2026-11-16"))).isEqualTo(words);
    }

    @Test
    void namesTheEditionByItsTwoYears() {
        assertThat(new Dspt(DsptStatus.STANDARDS_MET, 2026).edition()).isEqualTo("2025-26");
        assertThat(new Dspt(DsptStatus.STANDARDS_MET, 2100).edition()).isEqualTo("2099-00");
    }

    private static Organisation salford(Dspt result) {
        return Organisation.legalEntity(new OrganisationCode("salford"), "Salford City Council", Sector.COUNCIL)
                .assuredBy(result);
    }
}
