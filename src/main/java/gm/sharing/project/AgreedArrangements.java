package gm.sharing.project;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** The arrangements of a project, which has none until they are agreed, and what the Board said to their sign-off rule. */
@Embeddable
class AgreedArrangements {

    @Embedded
    private @Nullable Arrangements arrangements;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "project_rule_decision", joinColumns = @JoinColumn(name = "project"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<RuleDecision> ruleDecisions = new ArrayList<>();

    protected AgreedArrangements() {}

    void agree(Arrangements agreed, List<OrganisationCode> partners, OrganisationCode lead, LocalDate today) {
        agreed.mustBeInTime(today, arrangements());
        agreed.signOffRule().check(partners, lead);
        this.arrangements = agreed;
    }

    Optional<Arrangements> arrangements() {
        return Optional.ofNullable(arrangements);
    }

    SignOffRule signOffRule() {
        return arrangements == null ? SignOffRule.ALL : arrangements.signOffRule();
    }

    boolean awaitsApproval(List<OrganisationCode> partners) {
        SignOffRule rule = signOffRule();
        return rule.isWeakerThanAll(partners)
                && lastDecision()
                        .filter(decision -> decision.approves(rule, partners.size()))
                        .isEmpty();
    }

    Optional<RuleDecision> lastDecision() {
        return ruleDecisions.isEmpty() ? Optional.empty() : Optional.of(ruleDecisions.get(ruleDecisions.size() - 1));
    }

    /** @throws Refused when the rule does not wait for the Board */
    void decide(List<OrganisationCode> partners, boolean approved, String reasons, Person by, Instant now) {
        if (!awaitsApproval(partners)) {
            throw notAwaited();
        }
        ruleDecisions.add(new RuleDecision(signOffRule(), partners.size(), approved, reasons, By.of(by, now)));
    }

    static Refused notAwaited() {
        return new Refused("The sign-off rule does not wait for the Information Board’s decision.");
    }
}
