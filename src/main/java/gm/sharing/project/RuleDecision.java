package gm.sharing.project;

import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * What the Information Board said to a rule of sign-off that is weaker than all; written once and never changed.
 *
 * @param partners how many the project had: among more, the same rule may be weaker
 */
@Embeddable
public record RuleDecision(
        @Embedded SignOffRule rule,
        int partners,
        boolean approved,
        @Column(columnDefinition = "text") String reasons,
        @AttributeOverride(name = "name", column = @Column(name = "person_name"))
                @AttributeOverride(name = "at", column = @Column(name = "decided_at"))
                By by) {

    /** Whether it lets a project with so many partners use the rule. */
    boolean approves(SignOffRule asked, int among) {
        return approved && rule.equals(asked) && among <= partners;
    }
}
