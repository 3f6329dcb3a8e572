package gm.sharing.project;

import static java.util.stream.Collectors.joining;

import gm.sharing.Refused;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What UK GDPR and the Data Protection Act 2018 ask of a flow and of each organisation that takes part in it. */
final class LawfulBasisRules {

    /** The part of Schedule 1 that a condition of Article 9 stands with (section 10 of the Act). */
    private static final Map<String, String> SCHEDULE_1 = Map.of(
            "9(2)(b)", "Part 1: employment",
            "9(2)(g)", "Part 2:",
            "9(2)(h)", "Part 1: health",
            "9(2)(i)", "Part 1: public health",
            "9(2)(j)", "Part 1: research");

    /** The condition of Annex 1 of UK GDPR under which somebody else asks for the information. */
    private static final String ASKED_FOR = "request";

    /**
     * Sectors that have a public task only where a law gives them one (Article 6(3) of UK GDPR, section 8 of the Act). Housing
     * associations often have one, so they are not asked.
     */
    private static final Set<Sector> VOLUNTARY = EnumSet.of(Sector.VCFSE);

    /** Sectors of public authorities as section 7 of the Act and the Freedom of Information Act 2000 have them. */
    private static final Set<Sector> PUBLIC =
            EnumSet.complementOf(EnumSet.of(Sector.HOUSING, Sector.VCFSE, Sector.OTHER));

    /** Sectors in which nobody is a competent authority for law enforcement (section 30 of the Act). */
    private static final Set<Sector> NOT_LAW_ENFORCEMENT = EnumSet.of(
            Sector.NHS_TRUST, Sector.ICB, Sector.GP_PRACTICE, Sector.HOUSING, Sector.VCFSE, Sector.UNIVERSITY);

    /** Whoever receives something in order to prevent unlawful acts here is a competent authority. */
    private static final Set<Sector> LAW_ENFORCEMENT = EnumSet.of(Sector.POLICE, Sector.PROBATION);

    private final Function<OrganisationCode, Organisation> directory;

    LawfulBasisRules(Function<OrganisationCode, Organisation> directory) {
        this.directory = directory;
    }

    /**
     * @param name of the flow in the refusal
     * @param processors have no lawful basis of their own (Article 28 of UK GDPR)
     */
    void check(Flow flow, String name, Collection<OrganisationCode> processors) {
        part3(flow, name);
        article6(flow, name, processors);
        specialCategories(flow, name);
        eachRegime(flow, name, processors);
        policyDocument(flow, name);
    }

    private void part3(Flow flow, String name) {
        if (!flow.lawEnforcement()) {
            return;
        }
        List<OrganisationCode> relying = flow.underPart3();
        if (relying.isEmpty()) {
            throw new Refused(name + ": say which of the senders and recipients relies on Part 3 of the Data Protection"
                    + " Act 2018, or answer that nobody shares or receives this for law enforcement.");
        }
        List<OrganisationCode> strangers =
                relying.stream().filter(code -> !flow.involves(code)).toList();
        if (!strangers.isEmpty()) {
            throw new Refused("%s: %s neither sends nor receives it, so does not rely on Part 3 here."
                    .formatted(name, names(strangers)));
        }
        List<OrganisationCode> others = of(NOT_LAW_ENFORCEMENT, relying);
        if (!others.isEmpty()) {
            throw new Refused(("%s: Part 3 of the Data Protection Act 2018 is for competent authorities; %s cannot rely"
                            + " on it. Leave it out there and give the lawful basis of Article 6 on which it shares or"
                            + " receives the information.")
                    .formatted(name, names(others)));
        }
        if (isBlank(flow.schedule8())) {
            throw new Refused(name + ": under Part 3 of the Data Protection Act 2018, say which condition of"
                    + " Schedule 8 allows sensitive processing, or that there is none.");
        }
    }

    private void article6(Flow flow, String name, Collection<OrganisationCode> processors) {
        List<OrganisationCode> senders = without(processors, flow.sendersUnderArticle6());
        List<OrganisationCode> recipients = without(processors, flow.recipientsUnderArticle6());
        if (isBlank(flow.article6()) && !senders.isEmpty()) {
            throw new Refused("%s: give the lawful basis of Article 6 on which %s shares the information."
                    .formatted(name, names(senders)));
        }
        if (isBlank(flow.basisOfRecipients()) && !recipients.isEmpty()) {
            throw new Refused(("%s: all senders rely on Part 3, but %s does not. Give the lawful basis of Article 6 on"
                            + " which it receives the information.")
                    .formatted(name, names(recipients)));
        }
        notForPublicTasks(flow.article6(), senders, "and describe what others share as a flow of its own", flow, name);
        notForPublicTasks(flow.basisOfRecipients(), recipients, "as the basis of the recipients", flow, name);
        if (!senders.isEmpty()) {
            recognisedInterest(flow.article6(), flow, name);
            publicTaskOfVoluntaryBodies(flow.article6(), senders, flow, name);
        }
        if (!recipients.isEmpty()) {
            recognisedInterest(flow.basisOfRecipients(), flow, name);
            publicTaskOfVoluntaryBodies(flow.basisOfRecipients(), recipients, flow, name);
        }
    }

    /**
     * Point (ea) holds only under a condition of Annex 1 of UK GDPR (section 70 of the Data (Use and Access) Act 2025). Where
     * the condition is that another body asks for its public task, its request has to say so.
     */
    private static void recognisedInterest(@Nullable String basis, Flow flow, String name) {
        if (!LegalCode.of(basis).equals(LegalCode.RECOGNISED_INTERESTS)) {
            return;
        }
        String condition = LegalCode.detail(basis);
        if (condition.isEmpty()) {
            throw new Refused(
                    ("%s: “%s” holds only under a condition of Annex 1 of UK GDPR. Choose the one that is met, or"
                                    + " another lawful basis.")
                            .formatted(name, basis));
        }
        if (condition.startsWith(ASKED_FOR) && isBlank(flow.purpose())) {
            throw new Refused(
                    ("%s: “%s” holds only when the other body’s request says that it needs the information for a public task"
                                    + " laid down in law. Say in “Purpose of this flow” who asked, when, for which task, and where"
                                    + " the request is kept; or choose another lawful basis.")
                            .formatted(name, basis));
        }
    }

    /** Article 6(3) of UK GDPR: a public task is laid down in law. */
    private void publicTaskOfVoluntaryBodies(
            @Nullable String basis, List<OrganisationCode> relying, Flow flow, String name) {
        List<OrganisationCode> voluntary = of(VOLUNTARY, relying);
        if (LegalCode.of(basis).equals(LegalCode.PUBLIC_TASK) && !voluntary.isEmpty() && isBlank(flow.outsideTask())) {
            throw new Refused(
                    ("%s: %s %s on %s only for a task that a law gives it. Choose its own basis, such as 6(1)(f)"
                                    + " Legitimate interests, or say in “Why does this basis fit?” which law gives it the task.")
                            .formatted(name, names(voluntary), voluntary.size() == 1 ? "relies" : "each rely", basis));
        }
    }

    /** Points (ea) and (f) do not apply to public authorities in the performance of their tasks (Article 6(1)). */
    private void notForPublicTasks(
            @Nullable String basis, List<OrganisationCode> relying, String how, Flow flow, String name) {
        if (basis == null || !LegalCode.INTERESTS.contains(LegalCode.of(basis))) {
            return;
        }
        List<OrganisationCode> authorities = of(PUBLIC, relying);
        if (!authorities.isEmpty() && isBlank(flow.outsideTask())) {
            throw new Refused(("%s: %s %s not rely on %s for public tasks. Choose 6(1)(e) Public task, %s, or say why"
                            + " this is outside their public tasks.")
                    .formatted(
                            name,
                            names(authorities),
                            authorities.size() == 1
                                    ? "is a public authority and does"
                                    : "are public authorities and do",
                            basis,
                            how));
        }
    }

    private static void specialCategories(Flow flow, String name) {
        String article9 = flow.article9();
        String schedule1 = flow.schedule1();
        if (article9 == null) {
            return;
        }
        SCHEDULE_1.forEach((condition, part) -> {
            if (!LegalCode.of(article9).equals(condition)) {
                return;
            }
            if (schedule1 == null || schedule1.isBlank()) {
                throw new Refused(
                        "%s: the condition %s needs a condition of Schedule 1 of the Data Protection Act 2018."
                                .formatted(name, article9));
            }
            if (!schedule1.startsWith(part)) {
                throw new Refused(
                        "%s: the condition %s does not go with “%s” of Schedule 1, but with one that begins “%s”."
                                .formatted(name, article9, schedule1, part));
            }
        });
    }

    /**
     * One flow, one answer to what it holds: sensitive data under Part 3 are special category data for whoever is under UK
     * GDPR, and the other way about (section 35(8) of the Act, Article 9(1)). So each of them needs a condition.
     */
    private void eachRegime(Flow flow, String name, Collection<OrganisationCode> processors) {
        List<OrganisationCode> underUkGdpr = without(processors, flow.underUkGdpr());
        if (!flow.lawEnforcement() || underUkGdpr.isEmpty()) {
            return;
        }
        if (LegalCode.isSensitive(flow.schedule8()) && isBlank(flow.article9())) {
            throw new Refused(
                    ("%s: it is sensitive processing under Part 3 (“%s”), and %s handles the same information under UK"
                                    + " GDPR. Choose its condition of Article 9, or describe what is not sensitive as a flow of its own.")
                            .formatted(name, flow.schedule8(), names(underUkGdpr)));
        }
        if (!isBlank(flow.article9()) && !LegalCode.isSensitive(flow.schedule8())) {
            throw new Refused(
                    ("%s: it holds special category data (“%s”), so %s under Part 3 needs a condition of Schedule 8 of"
                                    + " the Data Protection Act 2018 or consent. Choose it in “Sensitive processing for law"
                                    + " enforcement”, or describe what is not sensitive as a flow of its own.")
                            .formatted(name, flow.article9(), names(flow.underPart3())));
        }
    }

    private static List<OrganisationCode> without(
            Collection<OrganisationCode> processors, List<OrganisationCode> organisations) {
        return organisations.stream().filter(code -> !processors.contains(code)).toList();
    }

    private void policyDocument(Flow flow, String name) {
        if (isBlank(flow.policyDocument()) || flow.policyReview() == null) {
            policyDocumentMustNotBeNeeded(flow, name);
        }
    }

    private void policyDocumentMustNotBeNeeded(Flow flow, String name) {
        if (flow.lawEnforcement() && LegalCode.isSensitive(flow.schedule8())) {
            throw new Refused(
                    "%s: sensitive processing under Part 3 (“%s”) needs an appropriate policy document (Data Protection Act 2018, sections 35 and 42). Give its title and the date of its next review."
                            .formatted(name, flow.schedule8()));
        }
        if (needsPolicyDocument(flow)) {
            throw new Refused(
                    "%s: the condition “%s” of Schedule 1 stands only with an appropriate policy document. Give its title and the date of its next review."
                            .formatted(name, flow.schedule1()));
        }
    }

    /** Paragraphs 1(1)(b) and 5 of Schedule 1, with the exceptions of paragraphs 10(3), 13 and 27. */
    private boolean needsPolicyDocument(Flow flow) {
        String condition = flow.schedule1();
        if (condition == null) {
            return false;
        }
        if (condition.startsWith("Part 2: preventing or detecting unlawful acts")) {
            return of(LAW_ENFORCEMENT, flow.to()).size() < flow.to().size();
        }
        boolean excepted =
                Stream.of("Part 2: journalism", "Part 2: anti-doping").anyMatch(condition::startsWith);
        return condition.startsWith("Part 1: employment") || (condition.startsWith("Part 2:") && !excepted);
    }

    private List<OrganisationCode> of(Set<Sector> sectors, Collection<OrganisationCode> codes) {
        return codes.stream()
                .filter(code -> sectors.contains(directory.apply(code).sector()))
                .toList();
    }

    private String names(Collection<OrganisationCode> codes) {
        return codes.stream().map(code -> directory.apply(code).name()).collect(joining(", "));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
