package gm.sharing.project;

import com.fasterxml.jackson.annotation.JsonIgnore;
import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.code.Coded;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.OrganisationCodesConverter;
import gm.sharing.wording.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose signatures the agreement needs. The organisation that leads always signs.
 *
 * @param atLeast how many partners sign, the leading one among them; only for {@link Kind#AT_LEAST}
 * @param optional without whom the agreement may go on; only for {@link Kind#ALL_BUT}. Who left the project stays named.
 */
@Embeddable
public record SignOffRule(
        @NotNull @Enumerated(EnumType.STRING) @Column(name = "rule_kind") Kind kind,
        @Nullable @Column(name = "rule_at_least") Integer atLeast,
        @Convert(converter = OrganisationCodesConverter.class)
                @Column(name = "rule_optional", columnDefinition = "text")
                List<OrganisationCode> optional) {

    /** Every partner signs: the rule where the lead sets no other. */
    public static final SignOffRule ALL = new SignOffRule(Kind.ALL, null, List.of());

    /** The kinds of rule. */
    public enum Kind implements Coded {
        ALL,
        AT_LEAST,
        ALL_BUT
    }

    public SignOffRule {
        optional = List.copyOf(optional);
    }

    /**
     * Whether the agreement cannot go on without this partner.
     *
     * @param signed the partners whose signatures it has
     * @param lead the organisation that leads
     */
    public boolean needs(OrganisationCode partner, Collection<OrganisationCode> signed, OrganisationCode lead) {
        return switch (kind) {
            case ALL -> true;
            case AT_LEAST -> partner.equals(lead) || signed.size() < number();
            case ALL_BUT -> partner.equals(lead) || !optional.contains(partner);
        };
    }

    /** Whether among these partners there may be one that does not sign. */
    @JsonIgnore
    public boolean isWeakerThanAll(Collection<OrganisationCode> partners) {
        return switch (kind) {
            case ALL -> false;
            case AT_LEAST -> number() < partners.size();
            case ALL_BUT -> optional.stream().anyMatch(partners::contains);
        };
    }

    /** The rule as it comes out among these partners: without those who left, and every partner's where that is all the same. */
    public SignOffRule among(Collection<OrganisationCode> partners) {
        return isWeakerThanAll(partners)
                ? new SignOffRule(
                        kind,
                        atLeast,
                        optional.stream().filter(partners::contains).toList())
                : ALL;
    }

    private static final Words WORDS = Words.in("sign-off/rule");

    /** As people read it. */
    public String words(Function<OrganisationCode, String> name) {
        return switch (kind) {
            case ALL -> WORDS.text("all");
            case AT_LEAST -> WORDS.text("at-least", Map.of("count", number()));
            case ALL_BUT ->
                WORDS.text(
                        "all-but",
                        Map.of("partners", optional.stream().map(name).collect(Collectors.joining(", "))));
        };
    }

    void check(List<OrganisationCode> partners, OrganisationCode lead) {
        if ((kind == Kind.AT_LEAST) == (atLeast == null)) {
            throw about(
                    "atLeast",
                    atLeast == null
                            ? "give the number of partners."
                            : "choose that a number of partners is enough, or leave it out.");
        }
        if ((kind == Kind.ALL_BUT) == optional.isEmpty()) {
            throw about(
                    "optional",
                    optional.isEmpty()
                            ? "name at least one."
                            : "choose that all but named partners sign, or leave them out.");
        }
        if (atLeast != null && (atLeast < 2 || atLeast >= partners.size())) {
            throw about(
                    "atLeast",
                    "give at least 2 and fewer than the %d partners; otherwise choose that every partner signs."
                            .formatted(partners.size()));
        }
        if (optional.contains(lead)) {
            throw about("optional", "the organisation that leads the project always signs.");
        }
        if (!partners.containsAll(optional)) {
            throw about("optional", "name partners of this project only.");
        }
        if (!optional.isEmpty() && optional.size() > partners.size() - 2) {
            throw about("optional", "an agreement needs at least two organisations that have to sign.");
        }
    }

    private static Refused about(String field, String rule) {
        return new Complaint(List.of("signOffRule", field), rule).refusal();
    }

    private int number() {
        if (atLeast == null) {
            throw new IllegalStateException("The rule says no number");
        }
        return atLeast;
    }
}
