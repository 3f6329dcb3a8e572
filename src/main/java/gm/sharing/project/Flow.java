package gm.sharing.project;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.CodeOf;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.OrganisationCodesConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Information that goes from some partners to others, and what allows it. Bases and conditions are codes of the tables of
 * {@link Law}, such as {@code 6(1)(e)}. It holds a row of the form {@code describe-flows}.
 *
 * @param purpose where it differs from the project's
 * @param article6 of the senders; null when all of them rely on Part 3
 * @param recipientsArticle6 of the recipients, where it differs from the senders'
 * @param outsideTask why the basis fits an organisation that usually has another one: public authorities that act outside
 *     their tasks, voluntary bodies to which a law gives a task
 * @param schedule1 condition of Schedule 1 of the Data Protection Act 2018
 * @param policyDocument title of the appropriate policy document that some conditions need
 * @param lawEnforcement whether Part 3 of the Act applies: a competent authority shares or receives it for law enforcement
 * @param underPart3 which of the senders and recipients rely on Part 3; the others, processors apart, need a basis of
 *     Article 6
 * @param schedule8 condition for sensitive processing under Part 3
 * @param powers the laws that allow the partners to share
 * @param power what the powers do not say of themselves: another law, a paragraph, a governing document
 * @param confidentiality what lifts the common law duty of confidentiality
 * @param confidentialCare whether it holds confidential information about health or adult social care
 * @param optOut how the national data opt-out applies
 * @param copyReason why a copy is needed; null when the information is read where it is held
 */
@Embeddable
@NeededBy("the rules on lawful bases")
public record Flow(
        @NotEmpty @Convert(converter = OrganisationCodesConverter.class)
                @Column(name = "senders", columnDefinition = "text")
                List<OrganisationCode> from,
        @NotEmpty @Convert(converter = OrganisationCodesConverter.class)
                @Column(name = "recipients", columnDefinition = "text")
                List<OrganisationCode> to,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String what,
        @Size(max = Texts.LONG) @Column(columnDefinition = "text") @Nullable String purpose,
        @CodeOf(Law.METHODS) @NotBlank @Size(max = 250) String method,
        @CodeOf(Law.FREQUENCIES) @NotBlank @Size(max = 250) String frequency,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String security,
        @CodeOf(Law.LAWFUL_BASES) @Size(max = 250) @Nullable String article6,
        @CodeOf(Law.LAWFUL_BASES) @Size(max = 250) @Nullable String recipientsArticle6,
        @Size(max = Texts.LONG) @Column(columnDefinition = "text") @Nullable String outsideTask,
        @CodeOf(Law.SPECIAL_CATEGORIES) @Size(max = 250) @Nullable String article9,
        @CodeOf(Law.SCHEDULE_1) @Size(max = 250) @Nullable String schedule1,
        @Size(max = 1000) @Nullable String policyDocument,
        @Nullable LocalDate policyReview,
        @NotNull Boolean lawEnforcement,
        @Convert(converter = OrganisationCodesConverter.class) @Column(columnDefinition = "text")
                List<OrganisationCode> underPart3,
        @CodeOf(Law.LAW_ENFORCEMENT) @Size(max = 250) @Nullable String schedule8,
        @CodeOf(Law.POWERS) @NotEmpty @Convert(converter = CodesConverter.class) @Column(columnDefinition = "text")
                List<@NotBlank @Size(max = 40) String> powers,
        @Size(max = Texts.LONG) @Column(columnDefinition = "text") @Nullable String power,
        @CodeOf(Law.CONFIDENTIALITY) @Size(max = 250) @Nullable String confidentiality,
        @NotNull Boolean confidentialCare,
        @CodeOf(Law.OPT_OUTS) @Size(max = 250) @Nullable String optOut,
        @Size(max = Texts.LONG) @Column(columnDefinition = "text") @Nullable String copyReason) {

    /** Words alone are of the time before powers had codes, or of a form that was open then. */
    public Flow {
        if (powers == null || powers.isEmpty()) {
            powers = isGiven(power) ? List.of(Law.OTHER_POWER) : List.of();
        }
    }

    /** On which basis of Article 6 the recipients receive it; null when none was given. */
    public @Nullable String basisOfRecipients() {
        return recipientsArticle6 == null ? article6 : recipientsArticle6;
    }

    /** Whether it is sensitive processing under Part 3: with consent or under a condition of Schedule 8. */
    boolean isSensitive() {
        return schedule8 != null && !schedule8.isBlank() && !schedule8.equals(Law.NOT_SENSITIVE);
    }

    /** The senders that do not rely on Part 3. */
    public List<OrganisationCode> sendersUnderArticle6() {
        return from.stream().filter(code -> !reliesOnPart3(code)).toList();
    }

    /** The recipients that do not rely on Part 3. */
    public List<OrganisationCode> recipientsUnderArticle6() {
        return to.stream().filter(code -> !reliesOnPart3(code)).toList();
    }

    /** Whether each party has a condition for special category data, by the regime that it is under. */
    boolean mayHoldSpecialCategories() {
        return (underUkGdpr().isEmpty() || isGiven(article9))
                && (!lawEnforcement || underPart3.isEmpty() || isSensitive());
    }

    /** Everybody in it who does not rely on Part 3. */
    List<OrganisationCode> underUkGdpr() {
        return Stream.concat(from.stream(), to.stream())
                .filter(code -> !reliesOnPart3(code))
                .distinct()
                .toList();
    }

    /**
     * Whether the organisation relies in it on an appropriate policy document: under Part 3 for sensitive processing (section
     * 42 of the Act), else for a condition of Schedule 1.
     */
    boolean standsOnPolicyDocumentOf(OrganisationCode organisation) {
        if (policyDocument == null || !involves(organisation)) {
            return false;
        }
        return reliesOnPart3(organisation) ? isSensitive() : !lawEnforcement || isGiven(schedule1);
    }

    /**
     * What every party relies on, at each end at which it stands.
     *
     * @param processor whether an organisation is a processor
     */
    public List<PartyBasis> bases(Predicate<OrganisationCode> processor) {
        return Stream.concat(
                        from.stream().map(party -> basis(party, PartyBasis.End.SHARES, article6, processor)),
                        to.stream().map(party -> basis(party, PartyBasis.End.RECEIVES, basisOfRecipients(), processor)))
                .toList();
    }

    private PartyBasis basis(
            OrganisationCode party, PartyBasis.End end, @Nullable String basis, Predicate<OrganisationCode> processor) {
        if (processor.test(party)) {
            return new PartyBasis(party, end, PartyBasis.Regime.PROCESSOR, null, List.of());
        }
        return reliesOnPart3(party)
                ? new PartyBasis(party, end, PartyBasis.Regime.PART_3, null, given(schedule8))
                : new PartyBasis(party, end, PartyBasis.Regime.UK_GDPR, basis, given(article9, schedule1));
    }

    private static List<String> given(@Nullable String... conditions) {
        return Stream.of(conditions)
                .flatMap(Stream::ofNullable)
                .filter(Flow::isGiven)
                .toList();
    }

    private static boolean isGiven(@Nullable String answer) {
        return answer != null && !answer.isBlank();
    }

    private boolean reliesOnPart3(OrganisationCode organisation) {
        return lawEnforcement && underPart3.contains(organisation);
    }

    boolean involves(OrganisationCode organisation) {
        return from.contains(organisation) || to.contains(organisation);
    }

    /** The flow without the organisation; empty when nobody is left at one end, or the same one at both. */
    Optional<Flow> without(OrganisationCode organisation) {
        Flow rest =
                with(remove(organisation, from), remove(organisation, to), remove(organisation, underPart3), codes());
        return rest.leadsSomewhere() ? Optional.of(rest) : Optional.empty();
    }

    /** Its answers that are codes of one table each. */
    FlowCodes codes() {
        return new FlowCodes(
                method,
                frequency,
                article6,
                recipientsArticle6,
                article9,
                schedule1,
                schedule8,
                confidentiality,
                optOut);
    }

    /** The same with these codes in the place of its own. */
    Flow with(FlowCodes codes) {
        return with(from, to, underPart3, codes);
    }

    private Flow with(
            List<OrganisationCode> senders,
            List<OrganisationCode> recipients,
            List<OrganisationCode> authorities,
            FlowCodes codes) {
        return new Flow(
                senders,
                recipients,
                what,
                purpose,
                codes.method(),
                codes.frequency(),
                security,
                codes.article6(),
                codes.recipientsArticle6(),
                outsideTask,
                codes.article9(),
                codes.schedule1(),
                policyDocument,
                policyReview,
                lawEnforcement,
                authorities,
                codes.schedule8(),
                powers,
                power,
                codes.confidentiality(),
                confidentialCare,
                codes.optOut(),
                copyReason);
    }

    /** Whether everybody at one end has somebody else at the other. */
    boolean leadsSomewhere() {
        return !from.isEmpty() && !to.isEmpty() && hasOthers(from, to) && hasOthers(to, from);
    }

    private static boolean hasOthers(List<OrganisationCode> these, List<OrganisationCode> others) {
        return these.stream().noneMatch(code -> others.stream().allMatch(code::equals));
    }

    private static List<OrganisationCode> remove(OrganisationCode organisation, List<OrganisationCode> end) {
        return end.stream().filter(code -> !code.equals(organisation)).toList();
    }
}
