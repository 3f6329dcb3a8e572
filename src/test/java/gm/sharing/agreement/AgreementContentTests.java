package gm.sharing.agreement;

import static gm.sharing.agreement.DraftFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.document.CanonicalContent;
import gm.sharing.document.Section;
import gm.sharing.project.ProjectFixture;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AgreementContentTests {

    @Test
    void holdsWhatTheDataSharingCodeAsksFor() {
        assertThat(draft().content("1.0").sections())
                .extracting(Section::key)
                .contains(
                        "partner",
                        "partner-details",
                        "lead",
                        "controllers",
                        "joining-and-leaving",
                        "vision",
                        "purpose",
                        "necessity",
                        "benefits",
                        "data-subjects",
                        "volume",
                        "data-items",
                        "flow",
                        "lawful-basis",
                        "contact",
                        "retention",
                        "arrangements",
                        "dpia");
        assertThat(draft().content("1.0").sections("arrangements"))
                .extracting(Section::item)
                .containsExactly(
                        "informing",
                        "rights",
                        "minimisation",
                        "accuracy",
                        "deletion",
                        "security",
                        "staff-access",
                        "onward-use",
                        "breaches",
                        "dates");
    }

    @Test
    void tellsInWhichPartIsWhatNoDocumentShows() {
        assertThat(draft().withPurpose("\uF0B7 Safe ✓ یہ").content("1.0").unshown())
                .isEmpty();
        assertThat(draft().titled("Homes \uE000")
                        .withPurpose("Safe \uF0FC")
                        .content("1.0")
                        .unshown())
                .containsExactly(
                        "Title: documents cannot show “\uE000” (U+E000). Delete it, or write it another way",
                        "4.2 Purpose: documents cannot show “\uF0FC” (U+F0FC). Delete it, or write it another way");
    }

    @Test
    void namesEachPartyWithItsRoleAndAssurance() {
        var content = draft().content("1.0");

        assertThat(content.sections("partner"))
                .extracting(Section::title)
                .containsExactly("Bolton Council", "Bury Council", "Wigan Council");
        assertThat(content.sections("partner").get(0).text())
                .contains("Role: Controller", "Part in the sharing: Provides");
        assertThat(content.sections("partner-details").get(1).text())
                .contains("Assurance: DSPT not given", "Data protection officer: dpo@bury.example");
    }

    @Test
    void namesNoOfficer() {
        assertThat(CanonicalContent.of(draft().content("1.0")).json()).doesNotContain("Dee Officer");
    }

    @Test
    void tellsWhomAFlowTouches() {
        assertThat(draft().content("1.0").sections("flow").get(0).touches())
                .containsExactly(ProjectFixture.BOLTON, ProjectFixture.BURY);
    }

    @Test
    void saysWhoActsForAPartyThatHasNobodyInTheRole() {
        var acting = draft().content("1.0").sections("partner-details").stream()
                .filter(section -> section.item().equals("acting"))
                .findFirst()
                .orElseThrow();

        assertThat(acting.text())
                .isEqualTo(
                        "Bolton Council acts for Wigan Council: it reviews and signs where Wigan Council has nobody to do so."
                                + " Consent: Ada Chair, chair, on 12 January 2026.");
        assertThat(acting.touches()).containsExactly(ProjectFixture.WIGAN);
    }

    @Test
    void namesWhoseSignaturesItNeeds() {
        assertThat(draft().content("1.0").sections("sign-off-rule").get(0).text())
                .isEqualTo("Every partner has to sign.");
    }

    @Test
    void saysWhetherControllersAreJointOrSeparate() {
        assertThat(draft().content("1.0").sections("controllers").get(0).text())
                .startsWith("Bolton Council, Bury Council and Wigan Council are separate controllers");
    }

    @Test
    void givesTheSameContentTheSameDigest() {
        var one = CanonicalContent.of(draft().content("1.0"));
        var same = CanonicalContent.of(draft().content("1.0"));
        var other = CanonicalContent.of(draft().withPurpose("Another").content("1.0"));

        assertThat(one.digest()).isEqualTo(same.digest()).isNotEqualTo(other.digest());
    }

    @Test
    void givesEachVersionADigestOfItsOwn() {
        assertThat(CanonicalContent.of(draft().content("1.0")).digest())
                .isNotEqualTo(CanonicalContent.of(draft().content("1.1")).digest());
    }

    @Test
    void digestsTheBytesOfItsJsonSoThatAnybodyCanCheckIt() throws Exception {
        var content = CanonicalContent.of(
                draft().withPurpose("Ŵith “quotes” and – dashes").content("1.0"));

        var digest = MessageDigest.getInstance("SHA-256").digest(content.json().getBytes(StandardCharsets.UTF_8));

        assertThat(content.digest()).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void readsBackWhatItWrote() {
        var content = draft().content("1.0");

        assertThat(CanonicalContent.read(CanonicalContent.of(content).json(), AgreementContent.class))
                .isEqualTo(content);
    }
}
