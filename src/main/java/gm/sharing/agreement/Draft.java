package gm.sharing.agreement;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.dpia.DpiaOutcome;
import gm.sharing.ethics.AlgorithmRecord;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Arrangements;
import gm.sharing.project.Law;
import gm.sharing.project.Needs;
import gm.sharing.project.Partner;
import gm.sharing.project.PartyRole;
import gm.sharing.project.SharingProject;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Writes the content of an agreement from what the project, its DPIA and the directory say. It follows the Information
 * Commissioner's data sharing code on what an agreement holds.
 *
 * @param algorithm null when the project uses no algorithmic tool that has to be on record
 * @param law gives the words for codes
 * @param today decides how far each party's security is assured
 */
record Draft(
        SharingProject project,
        Needs needs,
        Arrangements arrangements,
        DpiaOutcome dpia,
        @Nullable AlgorithmRecord algorithm,
        Map<OrganisationCode, Organisation> organisations,
        Law law,
        LocalDate today) {

    /** How many letters of a list the first page has room for. */
    private static final int FITS = 400;

    static final String SIGNATURES_NEEDED = "signatures-needed";
    static final String DPO_VIEW = "view-of-the-data-protection-officer";
    static final String RISKS_LEFT = "risks-that-remain";

    /** Data Protection Act 2018, section 164A. */
    private static final String COMPLAINTS =
            "People may complain to any controller among the parties about how their information is used. It acknowledges"
                    + " the complaint within 30 days, looks into it, keeps them informed of progress, and tells them the"
                    + " outcome without undue delay."
                    + " People may also complain to the Information Commissioner.";

    private static final String REVIEW_AND_END =
            "By the day of the review the parties decide whether to go on as agreed, to change the agreement in a new"
                    + " version, or to end it. When the agreement ends, and when a party leaves, the information is"
                    + " returned or deleted as set out in part 9.";

    private static final String NOT_KNOWN = "Not given";

    AgreementContent content(String version) {
        FlowDraft flows = new FlowDraft(project.flows(), this::name, this::isProcessor, law);
        return new AgreementContent(
                project.reference(),
                version,
                project.title(),
                summary(flows),
                List.of(
                        new Chapter("parties", "Parties", true, partners(this::party)),
                        new Chapter("contacts", "Contacts and assurance of the parties", true, partners(this::details)),
                        new Chapter("together", "How the parties work together", false, together()),
                        new Chapter("why", "Why information is shared", false, why()),
                        new Chapter("what", "What is shared, about whom", false, what()),
                        new Chapter("flows", "Flows of information", false, flows.flows()),
                        new Chapter("law", "Lawful basis and powers", false, flows.lawfulBases()),
                        new Chapter("rights", "People’s rights", false, rights()),
                        new Chapter("care", "Looking after the information", false, care()),
                        new Chapter("assessment", "Data protection impact assessment", false, assessment()),
                        new Chapter("life", "Start, review and end", false, List.of(life()))),
                flows.law(),
                null);
    }

    /** Fits on the first page whatever was typed; the chapters hold the whole. */
    private List<Fact> summary(FlowDraft flows) {
        DataInBrief shared = new DataInBrief(
                needs.dataItems(), law.kinds(), !flows.article9().isEmpty(), FITS);
        return new FactList()
                .add(
                        "what-it-is-for",
                        "What it is for",
                        Wording.opening(project.proposal().vision()))
                .add("led-by", "Led by", leader())
                .add("parties", "Parties", parties())
                .add(SIGNATURES_NEEDED, "Signatures needed", signOffRule())
                .add("about-whom", "About whom", Wording.opening(needs.dataSubjects()))
                .add("what-is-shared", "What is shared", shared.all())
                .add("special-category-data", "Special category data", shared.special())
                .add("criminal-offence-data", "Criminal offence data", shared.criminal())
                .add("lawful-basis", "Lawful basis", flows.article6())
                .add("article-9", "Conditions for special category data", flows.article9())
                .add(
                        "schedule-1",
                        "Conditions for criminal offence data",
                        shared.holdsCriminalOffenceData() ? flows.schedule1() : "")
                .add("legal-power", "Legal power", brief(flows.powers(), "%d legal powers, listed in part 7"))
                .add("part-3", "Law enforcement (Data Protection Act 2018, Part 3)", flows.lawEnforcement())
                .add("dpia", "DPIA", dpia.headline())
                .add(DPO_VIEW, "View of the data protection officer", officersViews())
                .add(RISKS_LEFT, "Risks that remain", dpia.risks())
                .add("kept-for", "Kept for", Wording.period(arrangements.retained()))
                .add(
                        "period",
                        "Period",
                        "From %s. Review %s. %s."
                                .formatted(
                                        start(), review(), arrangements.endDate() == null ? end() : "Ends on " + end()))
                .facts();
    }

    private String officersViews() {
        return brief(
                dpia.views().stream()
                        .map(view -> view.name() + ": " + view.answer())
                        .toList(),
                "%d data protection officers gave their views, which are in annex B");
    }

    private static String brief(List<String> answers, String whenMore) {
        return switch (answers.size()) {
            case 0 -> "";
            case 1 -> answers.get(0);
            case 2, 3 -> Wording.list(answers);
            default -> whenMore.formatted(answers.size());
        };
    }

    private Section party(Partner partner) {
        Organisation organisation = organisation(partner.organisation());
        return about(
                partner,
                "partner",
                new FactList()
                        .add("sector", "Sector", organisation.sector().label())
                        .add("role", "Role", partner.role().label())
                        .add(
                                "part-in-the-sharing",
                                "Part in the sharing",
                                partner.part().label()));
    }

    private Section details(Partner partner) {
        Organisation organisation = organisation(partner.organisation());
        return about(
                partner,
                "partner-details",
                new FactList()
                        .add("assurance", "Assurance", organisation.assuranceInWords(today))
                        .add("ico-registration", "ICO registration", orNotKnown(organisation.icoRegistration()))
                        .add("data-protection-officer", "Data protection officer", orNotKnown(organisation.dpoEmail()))
                        .add("information-governance", "Information governance", orNotKnown(organisation.email())));
    }

    private List<Section> together() {
        return Stream.of(
                        prose("lead", "Who leads", leads()),
                        acting(),
                        prose("controllers", "Joint or separate controllers", controllers()),
                        prose("sign-off-rule", "Whose signatures it needs", signOffRule()),
                        prose("other-organisations", "Other organisations", project.otherOrganisations()),
                        prose("joining-and-leaving", "Joining and leaving", project.joiningAndLeaving()))
                .flatMap(List::stream)
                .toList();
    }

    private String leads() {
        OrganisationCode partnership = project.onBehalfOf();
        String leads = leader() + " leads the sharing and keeps this agreement.";
        return partnership == null
                ? leads
                : leads + " " + name(partnership)
                        + " is not a legal entity, so it cannot sign: its members sign for themselves.";
    }

    /** Goes by the key of the contacts: whoever acts for a party changes nobody's rights or duties. */
    private List<Section> acting() {
        Map<OrganisationCode, OrganisationCode> acting = new TreeMap<>();
        partners(Partner::organisation).forEach(party -> {
            OrganisationCode other = organisation(party).actedForBy();
            if (other != null) {
                acting.put(party, other);
            }
        });
        String sentences = acting.entrySet().stream()
                .map(one -> "%1$s acts for %2$s: it reviews and signs where %2$s has nobody to do so."
                        .formatted(name(one.getValue()), name(one.getKey())))
                .collect(Collectors.joining("\n"));
        return acting.isEmpty()
                ? List.of()
                : List.of(new Section(
                        "partner-details",
                        "acting",
                        "Who acts for whom",
                        List.of(new Block.Prose(sentences)),
                        new TreeSet<>(acting.keySet())));
    }

    private List<Section> why() {
        return Stream.of(
                        prose("vision", "Vision", project.proposal().vision()),
                        prose("purpose", "Purpose", needs.purpose()),
                        prose("necessity", "Why sharing is necessary", needs.necessity()),
                        prose("benefits", "Benefits", needs.benefits()))
                .flatMap(List::stream)
                .toList();
    }

    private List<Section> what() {
        Section items = Section.of(
                "data-items",
                "Data items",
                new Block.Grid(
                        "Data items and how sensitive they are",
                        List.of("Data item", "Kind"),
                        needs.dataItems().stream()
                                .map(item -> List.of(item.name(), law.kinds().words(item)))
                                .distinct()
                                .toList()));
        return Stream.of(
                        prose("data-subjects", "People concerned", needs.dataSubjects()),
                        prose("volume", "Volume", needs.volume()),
                        List.of(items))
                .flatMap(List::stream)
                .toList();
    }

    private List<Section> rights() {
        return List.of(
                arrangement("informing", "How people are told", arrangements.informing()),
                arrangement("rights", "How people use their rights", arrangements.rights()),
                Section.of(
                        "contact",
                        "Single contact",
                        new Block.Prose("People who want to use their rights, ask or complain can write to "
                                + arrangements.contact() + ", or to any party.")),
                Section.of("complaints", "Complaints", new Block.Prose(COMPLAINTS)));
    }

    private List<Section> care() {
        return List.of(
                arrangement("minimisation", "Minimisation", arrangements.minimisation()),
                arrangement("accuracy", "Accuracy and formats", arrangements.accuracy()),
                Section.of(
                        "retention",
                        "Retention",
                        new Block.Prose("Kept for " + Wording.period(arrangements.retained()) + "."),
                        new Block.Prose(arrangements.retention())),
                arrangement("deletion", "Return and deletion", arrangements.deletion()),
                arrangement("security", "Security", arrangements.securityMeasures()),
                arrangement("staff-access", "Access by staff", arrangements.staffAccess()),
                arrangement("onward-use", "Further use and sharing", arrangements.onwardUse()),
                arrangement("breaches", "Breaches", arrangements.breaches()));
    }

    private List<Section> assessment() {
        FactList points = new FactList();
        dpia.points().stream().filter(point -> !point.answer().isBlank()).forEach(points::add);
        Section outcome = Section.of("dpia", "Outcome", new Block.Prose(dpia.headline()), points.block());
        return algorithm == null
                ? List.of(outcome)
                : List.of(outcome, Section.of("algorithm", "Algorithmic tool", new Block.Facts(algorithm.facts())));
    }

    private Section life() {
        return new Section(
                "arrangements",
                "dates",
                "Dates",
                List.of(
                        new FactList()
                                .add("starts", "Starts", start())
                                .add("review", "Review", StringUtils.capitalize(review()))
                                .add("ends", "Ends", end())
                                .block(),
                        new Block.Prose(REVIEW_AND_END)),
                Section.EVERYBODY);
    }

    /** The organisation that leads, and the partnership for which it does. */
    String leader() {
        OrganisationCode partnership = project.onBehalfOf();
        return partnership == null
                ? name(project.leadOrganisation())
                : name(project.leadOrganisation()) + ", on behalf of " + name(partnership);
    }

    /** Names that fit on the first page; the rest is in the list of parties. */
    private String parties() {
        List<String> names = partners(partner -> name(partner.organisation()));
        String all = Wording.items(names);
        return all.length() <= FITS ? all : names.size() + " organisations, listed in part 1";
    }

    private String signOffRule() {
        return project.signOffRuleNow().words(this::name);
    }

    private String controllers() {
        List<String> joint = inRole(PartyRole.JOINT_CONTROLLER);
        List<String> separate = inRole(PartyRole.CONTROLLER);
        List<String> processors = inRole(PartyRole.PROCESSOR);
        return String.join(
                        "\n\n",
                        joint.isEmpty()
                                ? ""
                                : Wording.and(joint)
                                        + " are joint controllers: they decide together why and how the information is used.",
                        separate.isEmpty()
                                ? ""
                                : Wording.and(separate)
                                        + (separate.size() == 1
                                                ? " is a controller on its own."
                                                : " are separate controllers: each decides for itself why and how it uses the"
                                                        + " information, within this agreement."),
                        processors.isEmpty()
                                ? ""
                                : Wording.and(processors)
                                        + (processors.size() == 1
                                                ? " is a processor and acts"
                                                : " are processors and act")
                                        + " on a controller’s instructions only.")
                .strip();
    }

    private boolean isProcessor(OrganisationCode organisation) {
        return project.partner(organisation)
                .filter(partner -> partner.role() == PartyRole.PROCESSOR)
                .isPresent();
    }

    private List<String> inRole(PartyRole role) {
        return project.partners().stream()
                .filter(partner -> partner.role() == role)
                .map(partner -> name(partner.organisation()))
                .toList();
    }

    private String start() {
        return Wording.date(arrangements.startDate()) + ", or when it is published if that is later";
    }

    /** Counted from the day in force, which is known when it is published. The same however late it is drafted. */
    private String review() {
        LocalDate review = arrangements.reviewBy(arrangements.startDate());
        if (review.equals(arrangements.endDate())) {
            return "by its last day, " + Wording.date(review);
        }
        return "within %s of coming into force, by %s if it starts on its first day"
                .formatted(Wording.period(Period.ofYears(arrangements.reviewYears())), Wording.date(review));
    }

    private String end() {
        LocalDate end = arrangements.endDate();
        return end == null ? "No end date" : Wording.date(end);
    }

    private <T> List<T> partners(Function<Partner, T> written) {
        return project.partners().stream().map(written).toList();
    }

    private Section about(Partner partner, String key, FactList facts) {
        return new Section(
                key,
                partner.organisation().value(),
                name(partner.organisation()),
                List.of(facts.block()),
                new TreeSet<>(Set.of(partner.organisation())));
    }

    /** Empty when nobody said anything about it. */
    private static List<Section> prose(String key, String title, @Nullable String words) {
        return words == null || words.isBlank() ? List.of() : List.of(Section.of(key, title, new Block.Prose(words)));
    }

    private static Section arrangement(String item, String title, String words) {
        return new Section("arrangements", item, title, List.of(new Block.Prose(words)), Section.EVERYBODY);
    }

    private Organisation organisation(OrganisationCode code) {
        return Objects.requireNonNull(organisations.get(code), () -> code + " is not in the directory");
    }

    private String name(OrganisationCode code) {
        return organisation(code).name();
    }

    private static String orNotKnown(@Nullable String value) {
        return value == null ? NOT_KNOWN : value;
    }
}
