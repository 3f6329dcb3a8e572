package gm.sharing.agreement;

import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.document.Fact;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.signoff.SignOffFixture;
import org.junit.jupiter.api.Test;

class SignatureBlockTests {

    @Test
    void namesThoseWhoBindTheOrganisationWithTheirRolesAndNobodyWhoAdvises() {
        var block = SignatureBlock.of("Bury Council", SignOffFixture.signedByTwo(BURY), OrganisationCode::value, null);

        assertThat(block.facts())
                .contains(
                        new Fact("decision", "Decision", "Signed with conditions"),
                        new Fact("conditions", "Conditions", "1 condition, in annex C"),
                        new Fact("signed-by", "Signed by", "Officer signatory.bury"),
                        new Fact("role", "Role", "Senior Information Risk Owner"),
                        new Fact("moment", "Date and time", "2 June 2026 at 10:00"),
                        new Fact(
                                "second-signature",
                                "Second signature",
                                "Officer signatory2.bury, Chief Executive, on 2 June 2026 at 10:00."),
                        new Fact(
                                "caldicott-guardian",
                                "Caldicott Guardian",
                                "Officer caldicott.bury agreed to the use of confidential information on 2 June 2026 at"
                                        + " 10:00."));
        assertThat(block.facts()).extracting(Fact::answer).noneMatch(answer -> answer.contains("Officer ig"));
    }
}
