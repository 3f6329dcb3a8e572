package gm.sharing.project;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose signatures an agreement of Bolton, which leads, with Bury and Wigan needs. */
class SignOffRuleTests {

    private static final List<OrganisationCode> ALL_THREE = List.of(BOLTON, BURY, WIGAN);

    @Test
    void needsEveryPartnerWhereNothingElseIsSaid() {
        assertThat(SignOffRule.ALL.needs(WIGAN, Set.of(BOLTON, BURY), BOLTON)).isTrue();
        assertThat(SignOffRule.ALL.isWeakerThanAll(ALL_THREE)).isFalse();
        assertThat(SignOffRule.ALL.words(OrganisationCode::value)).isEqualTo("Every partner has to sign.");
    }

    @Test
    void needsPartnersUntilEnoughHaveSignedAndTheLeadingOneAlways() {
        var rule = atLeast(2);

        assertThat(rule.needs(WIGAN, Set.of(BOLTON), BOLTON)).isTrue();
        assertThat(rule.needs(WIGAN, Set.of(BOLTON, BURY), BOLTON)).isFalse();
        assertThat(rule.needs(BOLTON, Set.of(WIGAN, BURY), BOLTON)).isTrue();
        assertThat(rule.isWeakerThanAll(ALL_THREE)).isTrue();
        assertThat(rule.isWeakerThanAll(List.of(BOLTON, BURY)))
                .as("one partner has left")
                .isFalse();
    }

    @Test
    void needsNobodyWhomTheLeadNamed() {
        var rule = allBut(WIGAN);

        assertThat(rule.needs(WIGAN, Set.of(), BOLTON)).isFalse();
        assertThat(rule.needs(BURY, Set.of(BOLTON), BOLTON)).isTrue();
        assertThat(rule.isWeakerThanAll(ALL_THREE)).isTrue();
        assertThat(rule.isWeakerThanAll(List.of(BOLTON, BURY))).isFalse();
        assertThat(rule.words(OrganisationCode::value))
                .isEqualTo("Every partner has to sign, but the agreement may go ahead without: wigan.");
    }

    @Test
    void refusesRulesThatSayTooLittleOrTooMuch() {
        refuses(atLeast(1), "Give at least 2 and fewer than the 3 partners");
        refuses(atLeast(3), "otherwise choose that every partner signs");
        refuses(new SignOffRule(SignOffRule.Kind.AT_LEAST, null, List.of()), "Give the number");
        refuses(new SignOffRule(SignOffRule.Kind.ALL, 2, List.of()), "Choose");
        refuses(allBut(), "Name at least one.");
        refuses(new SignOffRule(SignOffRule.Kind.ALL, null, List.of(WIGAN)), "Choose");
        refuses(allBut(BOLTON), "the organisation that leads the project always signs");
        refuses(allBut(new OrganisationCode("salford")), "name partners of this project only");
        refuses(allBut(WIGAN, BURY), "at least two organisations that have to sign");
        assertThatCode(() -> allBut(WIGAN).check(ALL_THREE, BOLTON)).doesNotThrowAnyException();
        assertThatCode(() -> atLeast(2).check(ALL_THREE, BOLTON)).doesNotThrowAnyException();
    }

    @Test
    void isApprovedOnceForAsManyPartners() {
        var approved =
                new RuleDecision(atLeast(2), 3, true, "Two will do.", new By("board", "The Chair", Instant.EPOCH));

        assertThat(approved.approves(atLeast(2), 3)).isTrue();
        assertThat(approved.approves(atLeast(2), 2)).isTrue();
        assertThat(approved.approves(atLeast(2), 4)).as("among more partners").isFalse();
        assertThat(approved.approves(allBut(WIGAN), 3)).as("another rule").isFalse();
    }

    private static void refuses(SignOffRule rule, String message) {
        assertThatThrownBy(() -> rule.check(ALL_THREE, BOLTON))
                .isInstanceOf(Refused.class)
                .message()
                .containsIgnoringCase(message);
    }

    private static SignOffRule atLeast(@Nullable Integer number) {
        return new SignOffRule(SignOffRule.Kind.AT_LEAST, number, List.of());
    }

    private static SignOffRule allBut(OrganisationCode... optional) {
        return new SignOffRule(SignOffRule.Kind.ALL_BUT, null, List.of(optional));
    }
}
