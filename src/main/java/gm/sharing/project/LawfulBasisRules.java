package gm.sharing.project;

import static java.util.stream.Collectors.joining;

import gm.sharing.code.Code;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What UK GDPR and the Data Protection Act 2018 ask of a flow and of each organisation that takes part in it. */
final class LawfulBasisRules {

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

    private static final String ARTICLE_6 = "article6";
    private static final String RECIPIENTS_ARTICLE_6 = "recipientsArticle6";
    private static final String OUTSIDE_TASK = "outsideTask";
    private static final String SCHEDULE_1 = "schedule1";
    private static final String POLICY_DOCUMENT = "policyDocument";

    private final Function<OrganisationCode, Organisation> directory;
    private final Law law;

    LawfulBasisRules(Function<OrganisationCode, Organisation> directory, Law law) {
        this.directory = directory;
        this.law = law;
    }

    /**
     * Each rule complains by itself, but for those on who relies on Part 3: what else is asked depends on that.
     *
     * @param processors have no lawful basis of their own (Article 28 of UK GDPR)
     */
    void check(FlowRow row, Collection<OrganisationCode> processors) {
        if (row.flow().lawEnforcement()) {
            part3(row);
        }
        if (row.complaints().isEmpty()) {
            article6(row, processors);
            specialCategories(row);
            eachRegime(row, processors);
            if (!row.isWrong(SCHEDULE_1)) {
                policyDocument(row);
            }
        }
    }

    private void part3(FlowRow row) {
        Flow flow = row.flow();
        List<OrganisationCode> relying = flow.underPart3();
        if (relying.isEmpty()) {
            row.complain(
                    "underPart3",
                    "say which of the senders and recipients relies on Part 3 of the Data Protection Act 2018, or answer"
                            + " that nobody shares or receives this for law enforcement.");
        }
        List<OrganisationCode> strangers =
                relying.stream().filter(code -> !flow.involves(code)).toList();
        if (!strangers.isEmpty()) {
            row.complain(
                    "underPart3",
                    "%s neither sends nor receives it, so does not rely on Part 3 here.".formatted(names(strangers)));
        }
        List<OrganisationCode> others = of(NOT_LAW_ENFORCEMENT, relying);
        if (!others.isEmpty()) {
            row.complain(
                    "underPart3",
                    ("Part 3 of the Data Protection Act 2018 is for competent authorities; %s cannot rely on it. Leave it"
                                    + " out there and give the lawful basis of Article 6 on which it shares or receives the"
                                    + " information.")
                            .formatted(names(others)));
        }
        if (isBlank(flow.schedule8())) {
            row.complain(
                    "schedule8",
                    "under Part 3 of the Data Protection Act 2018, say which condition of Schedule 8 allows sensitive"
                            + " processing, or that there is none.");
        }
    }

    private void article6(FlowRow row, Collection<OrganisationCode> processors) {
        Flow flow = row.flow();
        List<OrganisationCode> senders = without(processors, flow.sendersUnderArticle6());
        List<OrganisationCode> recipients = without(processors, flow.recipientsUnderArticle6());
        if (isBlank(flow.article6()) && !senders.isEmpty()) {
            row.complain(
                    ARTICLE_6,
                    "give the lawful basis of Article 6 on which %s shares the information.".formatted(names(senders)));
            return;
        }
        if (isBlank(flow.basisOfRecipients()) && !recipients.isEmpty()) {
            row.complain(
                    RECIPIENTS_ARTICLE_6,
                    ("all senders rely on Part 3, but %s does not. Give the lawful basis of Article 6 on which it receives"
                                    + " the information.")
                            .formatted(names(recipients)));
            return;
        }
        boolean ownBasis = flow.recipientsArticle6() != null;
        String received = ownBasis ? RECIPIENTS_ARTICLE_6 : ARTICLE_6;
        notForPublicTasks(
                row, ARTICLE_6, flow.article6(), senders, "and describe what others share as a flow of its own");
        if (ownBasis || row.complaints().isEmpty()) {
            notForPublicTasks(row, received, flow.basisOfRecipients(), recipients, "as the basis of the recipients");
        }
        if (row.complaints().isEmpty()) {
            fits(row, flow.article6(), senders);
            fits(row, flow.basisOfRecipients(), recipients);
        }
    }

    private void fits(FlowRow row, @Nullable String basis, List<OrganisationCode> relying) {
        if (!relying.isEmpty()) {
            request(row, basis);
            publicTaskOfVoluntaryBodies(row, basis, relying);
        }
    }

    /**
     * Where another body asks for the information for its public task, its request has to say so (UK GDPR, Annex 1, inserted
     * by section 70 of the Data (Use and Access) Act 2025).
     */
    private void request(FlowRow row, @Nullable String basis) {
        if (says(basis, Law.ON_REQUEST) && isBlank(row.flow().purpose())) {
            row.complain(
                    "purpose",
                    ("“%s” holds only when the other body’s request says that it needs the information for a public task"
                                    + " laid down in law. Say here who asked, when, for which task, and where the request is kept; or"
                                    + " choose another lawful basis.")
                            .formatted(label(basis)));
        }
    }

    /** Article 6(3) of UK GDPR: a public task is laid down in law. */
    private void publicTaskOfVoluntaryBodies(FlowRow row, @Nullable String basis, List<OrganisationCode> relying) {
        List<OrganisationCode> voluntary = of(VOLUNTARY, relying);
        if (says(basis, Law.TASK_OF_LAW)
                && !voluntary.isEmpty()
                && isBlank(row.flow().outsideTask())) {
            row.complain(
                    OUTSIDE_TASK,
                    "%s %s on %s only for a task that a law gives it. Say which law that is, or choose its own basis, such as %s."
                            .formatted(
                                    names(voluntary),
                                    voluntary.size() == 1 ? "relies" : "each rely",
                                    label(basis),
                                    label(Law.LEGITIMATE_INTERESTS)));
        }
    }

    /** Points (ea) and (f) do not apply to public authorities in the performance of their tasks (Article 6(1)). */
    private void notForPublicTasks(
            FlowRow row, String field, @Nullable String basis, List<OrganisationCode> relying, String how) {
        if (isBlank(basis) || says(basis, Law.PUBLIC_AUTHORITY)) {
            return;
        }
        List<OrganisationCode> authorities = of(PUBLIC, relying);
        if (!authorities.isEmpty() && isBlank(row.flow().outsideTask())) {
            row.complain(
                    field,
                    "%s %s not rely on %s for public tasks. Choose %s, %s, or say why this is outside their public tasks."
                            .formatted(
                                    names(authorities),
                                    authorities.size() == 1
                                            ? "is a public authority and does"
                                            : "are public authorities and do",
                                    label(basis),
                                    label(Law.PUBLIC_TASK),
                                    how));
        }
    }

    /** Some conditions of Article 9 stand only with one of Schedule 1 of the Act (its section 10). */
    private void specialCategories(FlowRow row) {
        Flow flow = row.flow();
        String article9 = flow.article9();
        if (article9 == null
                || law.specialCategories()
                        .find(article9)
                        .filter(condition -> condition.is(Law.NEEDS_SCHEDULE_1))
                        .isEmpty()) {
            return;
        }
        String condition = law.specialCategories().label(article9);
        String schedule1 = flow.schedule1();
        if (schedule1 == null || schedule1.isBlank()) {
            row.complain(
                    SCHEDULE_1,
                    "the condition %s needs a condition of Schedule 1 of the Data Protection Act 2018."
                            .formatted(condition));
            return;
        }
        List<Code> fitting = law.schedule1().rows().stream()
                .filter(entry -> entry.text(Law.ARTICLE_9).equals(article9))
                .toList();
        if (fitting.stream().noneMatch(entry -> entry.code().equals(schedule1))) {
            row.complain(
                    SCHEDULE_1,
                    "the condition %s does not go with “%s” of Schedule 1, but with %s."
                            .formatted(condition, law.schedule1().label(schedule1), oneOf(fitting)));
        }
    }

    private static String oneOf(List<Code> conditions) {
        return conditions.size() == 1
                ? "“" + conditions.get(0).label() + "”"
                : conditions.stream().map(row -> row.text(Law.PART)).distinct().collect(joining(" or ", "one of ", ""));
    }

    /**
     * One flow, one answer to what it holds: sensitive data under Part 3 are special category data for whoever is under UK
     * GDPR, and the other way about (section 35(8) of the Act, Article 9(1)). So each of them needs a condition.
     */
    private void eachRegime(FlowRow row, Collection<OrganisationCode> processors) {
        Flow flow = row.flow();
        List<OrganisationCode> underUkGdpr = without(processors, flow.underUkGdpr());
        if (!flow.lawEnforcement() || underUkGdpr.isEmpty()) {
            return;
        }
        if (flow.isSensitive() && isBlank(flow.article9())) {
            row.complain(
                    "article9",
                    ("it is sensitive processing under Part 3 (“%s”), and %s handles the same information under UK GDPR."
                                    + " Choose its condition of Article 9, or describe what is not sensitive as a flow of its own.")
                            .formatted(words(flow).schedule8(), names(underUkGdpr)));
        }
        if (!isBlank(flow.article9()) && !flow.isSensitive()) {
            row.complain(
                    "schedule8",
                    ("the flow holds special category data (“%s”), so %s under Part 3 needs a condition of Schedule 8 of"
                                    + " the Data Protection Act 2018 or consent. Choose it, or describe what is not sensitive as a flow"
                                    + " of its own.")
                            .formatted(words(flow).article9(), names(flow.underPart3())));
        }
    }

    private static List<OrganisationCode> without(
            Collection<OrganisationCode> processors, List<OrganisationCode> organisations) {
        return organisations.stream().filter(code -> !processors.contains(code)).toList();
    }

    private void policyDocument(FlowRow row) {
        Flow flow = row.flow();
        String missing =
                isBlank(flow.policyDocument()) ? POLICY_DOCUMENT : flow.policyReview() == null ? "policyReview" : "";
        if (missing.isEmpty()) {
            return;
        }
        if (flow.lawEnforcement() && flow.isSensitive()) {
            row.complain(
                    missing,
                    "sensitive processing under Part 3 (“%s”) needs an appropriate policy document (Data Protection Act 2018, sections 35 and 42). Give its title and the date of its next review."
                            .formatted(words(flow).schedule8()));
        } else if (needsPolicyDocument(flow)) {
            row.complain(
                    missing,
                    "the condition “%s” of Schedule 1 stands only with an appropriate policy document. Give its title and the date of its next review."
                            .formatted(words(flow).schedule1()));
        }
    }

    /** Paragraphs 1(1)(b) and 5 of Schedule 1, with the exceptions that its table names. */
    private boolean needsPolicyDocument(Flow flow) {
        return law.schedule1()
                .find(flow.schedule1())
                .map(condition -> PolicyNeed.of(condition.text(Law.POLICY_DOCUMENT)))
                .filter(need -> switch (need) {
                    case ALWAYS -> true;
                    case UNLESS_TO_LAW_ENFORCEMENT ->
                        of(LAW_ENFORCEMENT, flow.to()).size() < flow.to().size();
                    case NEVER -> false;
                })
                .isPresent();
    }

    private boolean says(@Nullable String basis, String column) {
        return law.lawfulBases().find(basis).filter(row -> row.is(column)).isPresent();
    }

    private String label(@Nullable String basis) {
        return basis == null ? "" : law.lawfulBases().label(basis);
    }

    private FlowWords words(Flow flow) {
        return law.words(flow);
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
