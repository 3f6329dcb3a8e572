package gm.sharing.project;

import static gm.sharing.PlainText.isBlank;
import static java.util.stream.Collectors.joining;

import gm.sharing.code.Code;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a flow of special category data, or of sensitive data under Part 3 of the Data Protection Act 2018, needs besides. */
record SpecialCategoryRules(Parties parties, Law law) {

    /** Whoever receives something in order to prevent unlawful acts here is a competent authority. */
    private static final Set<Sector> LAW_ENFORCEMENT = EnumSet.of(Sector.POLICE, Sector.PROBATION);

    private static final String SCHEDULE_1 = "schedule1";
    private static final String POLICY_DOCUMENT = "policyDocument";

    /** @param processors have no lawful basis of their own (Article 28 of UK GDPR) */
    void check(FlowRow row, Collection<OrganisationCode> processors) {
        condition(row);
        eachRegime(row, processors);
        if (!row.isWrong(SCHEDULE_1)) {
            policyDocument(row);
        }
    }

    /** Some conditions of Article 9 stand only with one of Schedule 1 of the Act (its section 10). */
    private void condition(FlowRow row) {
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
            row.complain(SCHEDULE_1, "the condition %s needs a condition of Schedule 1.".formatted(condition));
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
        List<OrganisationCode> underUkGdpr = Parties.without(processors, flow.underUkGdpr());
        if (!flow.lawEnforcement() || underUkGdpr.isEmpty()) {
            return;
        }
        if (flow.isSensitive() && isBlank(flow.article9())) {
            row.complain(
                    "article9",
                    ("it is sensitive processing under Part 3 (“%s”), and %s handles the same information under UK GDPR."
                                    + " Choose its condition of Article 9, or describe what is not sensitive as a flow of its own.")
                            .formatted(words(flow).schedule8(), parties.names(underUkGdpr)));
        }
        if (!isBlank(flow.article9()) && !flow.isSensitive()) {
            row.complain(
                    "schedule8",
                    ("the flow holds special category data (“%s”), so %s under Part 3 needs a condition of Schedule"
                                    + " 8 or consent. Choose it, or describe what is not sensitive as a flow of its own.")
                            .formatted(words(flow).article9(), parties.names(flow.underPart3())));
        }
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
                        parties.of(LAW_ENFORCEMENT, flow.to()).size()
                                < flow.to().size();
                    case NEVER -> false;
                })
                .isPresent();
    }

    private FlowWords words(Flow flow) {
        return law.words(flow);
    }
}
