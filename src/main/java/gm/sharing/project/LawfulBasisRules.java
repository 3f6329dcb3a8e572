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

    private static final String RECOGNISED_INTERESTS = "6(1)(ea)";

    private static final String LEGITIMATE_INTERESTS = "6(1)(f)";

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
     */
    void check(Flow flow, String name) {
        part3(flow, name);
        article6(flow, name);
        specialCategories(flow, name);
        policyDocument(flow, name);
    }

    private void part3(Flow flow, String name) {
        if (!flow.lawEnforcement()) {
            return;
        }
        List<OrganisationCode> relying = flow.underPart3();
        if (flow.from().stream().noneMatch(relying::contains)) {
            throw new Refused(name + ": say which of the senders relies on Part 3 of the Data Protection Act 2018, or"
                    + " answer that nobody shares for law enforcement.");
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

    private void article6(Flow flow, String name) {
        List<OrganisationCode> senders = flow.sendersUnderArticle6();
        List<OrganisationCode> recipients = flow.recipientsUnderArticle6();
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
    }

    /** Points (ea) and (f) do not apply to public authorities in the performance of their tasks (Article 6(1)). */
    private void notForPublicTasks(
            @Nullable String basis, List<OrganisationCode> relying, String how, Flow flow, String name) {
        if (basis == null
                || Stream.of(RECOGNISED_INTERESTS, LEGITIMATE_INTERESTS).noneMatch(basis::startsWith)) {
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
            if (!article9.startsWith(condition)) {
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

    private void policyDocument(Flow flow, String name) {
        if (needsPolicyDocument(flow) && (isBlank(flow.policyDocument()) || flow.policyReview() == null)) {
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
