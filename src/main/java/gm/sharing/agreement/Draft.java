package gm.sharing.agreement;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Outline;
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
import gm.sharing.project.PartnerList;
import gm.sharing.project.PartyRole;
import gm.sharing.project.SharingProject;
import gm.sharing.question.FurtherAnswers;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
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
 * @param further answers that stand in the agreement because their questions say so
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
        FurtherAnswers further,
        LocalDate today) {

    /** How many letters of a list the first page has room for. */
    private static final int FITS = 400;

    static final String SIGNATURES_NEEDED = "signatures-needed";
    static final String DPO_VIEW = "view-of-the-data-protection-officer";
    static final String RISKS_LEFT = "risks-that-remain";

    private static final Words TITLES = Words.in("agreement/parts");
    private static final Words HEADINGS = Words.in("agreement/headings");
    private static final Words SUMMARY = Words.in("agreement/summary");
    private static final Words PARTIES = Words.in("agreement/parties");

    /** People sign them. Complaints: Data Protection Act 2018, section 164A. */
    private static final Words CLAUSES = Words.in("agreement/clauses");

    AgreementContent content(String version) {
        return content(version, parts());
    }

    /** With the numbers of these parts in every text that refers to one. */
    AgreementContent content(String version, List<Part> parts) {
        Outline outline = new Outline(parts.stream().map(Part::key).toList(), AgreementContent.ANNEXES);
        Words clauses = CLAUSES.within(outline::number);
        FlowDraft flows = flows();
        return new AgreementContent(
                project.reference(),
                version,
                project.title(),
                summary(flows, clauses),
                Stream.concat(
                                parts.stream().map(part -> chapter(part, clauses)),
                                further.besides(AgreementPart.codes()).stream())
                        .toList(),
                flows.law(),
                null);
    }

    private Chapter chapter(Part part, Words clauses) {
        List<Section> written = part.sections().apply(clauses);
        return new Chapter(
                part.key(),
                part.title(),
                part.tabular(),
                AgreementPart.codes().contains(part.key())
                        ? Stream.concat(written.stream(), further.in(part.key()).stream())
                                .toList()
                        : written);
    }

    /** The parts in the order of the document. */
    List<Part> parts() {
        FlowDraft flows = flows();
        return List.of(
                part("parties", true, clauses -> partners(this::party)),
                part("contacts", true, clauses -> partners(this::details)),
                part("together", false, this::together),
                part("why", false, clauses -> why()),
                part("what", false, clauses -> what()),
                part("flows", false, clauses -> flows.flows()),
                part("law", false, clauses -> flows.lawfulBases()),
                part("rights", false, this::rights),
                part("care", false, this::care),
                part("assessment", false, clauses -> assessment()),
                part("life", false, clauses -> List.of(life(clauses))));
    }

    private static Part part(String key, boolean tabular, Function<Words, List<Section>> sections) {
        return new Part(key, TITLES.text(key), tabular, sections);
    }

    private FlowDraft flows() {
        return new FlowDraft(project.flows(), this::name, this::isProcessor, law);
    }

    /**
     * A part before its number is known.
     *
     * @param sections written with the sentences, which refer to parts
     */
    record Part(String key, String title, boolean tabular, Function<Words, List<Section>> sections) {}

    /** Fits on the first page whatever was typed; the chapters hold the whole. */
    private List<Fact> summary(FlowDraft flows, Words clauses) {
        DataInBrief shared = new DataInBrief(
                needs.dataItems(), law.kinds(), !flows.article9().isEmpty(), FITS, clauses);
        return new FactList(SUMMARY)
                .add("what-it-is-for", Wording.opening(project.proposal().vision()))
                .add("led-by", leader())
                .add("parties", parties(clauses))
                .add(SIGNATURES_NEEDED, signOffRule())
                .add("about-whom", Wording.opening(needs.dataSubjects()))
                .add("what-is-shared", shared.all())
                .add("special-category-data", shared.special())
                .add("criminal-offence-data", shared.criminal())
                .add("lawful-basis", flows.article6())
                .add("article-9", flows.article9())
                .add("schedule-1", shared.holdsCriminalOffenceData() ? flows.schedule1() : "")
                .add("legal-power", brief(flows.powers(), count -> clauses.text("many-powers", Map.of("count", count))))
                .add("part-3", flows.lawEnforcement())
                .add("dpia", dpia.headline())
                .add(DPO_VIEW, officersViews(clauses))
                .add(RISKS_LEFT, dpia.risks())
                .add("kept-for", Wording.period(arrangements.retained()))
                .add(
                        "period",
                        arrangements.endDate() == null
                                ? clauses.text("period-without-end", Map.of("start", start(), "review", review()))
                                : clauses.text("period", Map.of("start", start(), "review", review(), "end", end())))
                .facts();
    }

    private String officersViews(Words clauses) {
        return brief(
                dpia.views().stream()
                        .map(view -> view.name() + ": " + view.answer())
                        .toList(),
                count -> clauses.text("many-views", Map.of("count", count)));
    }

    private static String brief(List<String> answers, IntFunction<String> whenMore) {
        return switch (answers.size()) {
            case 0 -> "";
            case 1 -> answers.get(0);
            case 2, 3 -> Wording.list(answers);
            default -> whenMore.apply(answers.size());
        };
    }

    private Section party(Partner partner) {
        Organisation organisation = organisation(partner.organisation());
        return about(
                partner,
                "partner",
                new FactList(PARTIES)
                        .add("sector", organisation.sector().label())
                        .add("role", partner.role().label())
                        .add("part-in-the-sharing", partner.part().label()));
    }

    private Section details(Partner partner) {
        Organisation organisation = organisation(partner.organisation());
        return about(
                partner,
                "partner-details",
                new FactList(PARTIES)
                        .add("assurance", organisation.assuranceInWords(today))
                        .add("ico-registration", orNotKnown(organisation.icoRegistration()))
                        .add("data-protection-officer", orNotKnown(organisation.dpoEmail()))
                        .add("information-governance", orNotKnown(organisation.email())));
    }

    private List<Section> together(Words clauses) {
        return Stream.of(
                        prose("lead", leads()),
                        acting(),
                        prose("controllers", controllers()),
                        prose("sign-off-rule", signOffRule()),
                        prose("other-organisations", named(PartnerList::otherOrganisations)),
                        prose("joining-and-leaving", named(PartnerList::joiningAndLeaving)))
                .flatMap(List::stream)
                .toList();
    }

    private @Nullable String named(Function<PartnerList, @Nullable String> what) {
        return project.partnerList().map(what).orElse(null);
    }

    private String leads() {
        OrganisationCode partnership = project.onBehalfOf();
        String leads = CLAUSES.text("leads", Map.of("leader", leader()));
        return partnership == null
                ? leads
                : leads + " " + CLAUSES.text("partnership", Map.of("partnership", name(partnership)));
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
                .map(one ->
                        CLAUSES.text("acts-for", Map.of("acting", name(one.getValue()), "party", name(one.getKey()))))
                .collect(Collectors.joining("\n"));
        return acting.isEmpty()
                ? List.of()
                : List.of(new Section(
                        "partner-details",
                        "acting",
                        HEADINGS.text("acting"),
                        List.of(new Block.Prose(sentences)),
                        new TreeSet<>(acting.keySet())));
    }

    private List<Section> why() {
        return Stream.of(
                        prose("vision", project.proposal().vision()),
                        prose("purpose", needs.purpose()),
                        prose("necessity", needs.necessity()),
                        prose("benefits", needs.benefits()))
                .flatMap(List::stream)
                .toList();
    }

    private List<Section> what() {
        Section items = Section.of(
                "data-items",
                HEADINGS.text("data-items"),
                new Block.Grid(
                        HEADINGS.text("data-items-table"),
                        List.of(HEADINGS.text("data-item"), HEADINGS.text("kind")),
                        needs.dataItems().stream()
                                .map(item -> List.of(item.name(), law.kinds().words(item)))
                                .distinct()
                                .toList()));
        return Stream.of(prose("data-subjects", needs.dataSubjects()), prose("volume", needs.volume()), List.of(items))
                .flatMap(List::stream)
                .toList();
    }

    private List<Section> rights(Words clauses) {
        return List.of(
                arrangement("informing", arrangements.informing()),
                arrangement("rights", arrangements.rights()),
                Section.of(
                        "contact",
                        HEADINGS.text("contact"),
                        new Block.Prose(clauses.text("contact", Map.of("contact", arrangements.contact())))),
                Section.of("complaints", HEADINGS.text("complaints"), new Block.Prose(clauses.text("complaints"))));
    }

    private List<Section> care(Words clauses) {
        return List.of(
                arrangement("minimisation", arrangements.minimisation()),
                arrangement("accuracy", arrangements.accuracy()),
                Section.of(
                        "retention",
                        HEADINGS.text("retention"),
                        new Block.Prose(
                                clauses.text("retention", Map.of("period", Wording.period(arrangements.retained())))),
                        new Block.Prose(arrangements.retention())),
                arrangement("deletion", arrangements.deletion()),
                arrangement("security", arrangements.securityMeasures()),
                arrangement("staff-access", arrangements.staffAccess()),
                arrangement("onward-use", arrangements.onwardUse()),
                arrangement("breaches", arrangements.breaches()));
    }

    private List<Section> assessment() {
        FactList points = new FactList();
        dpia.points().stream().filter(point -> !point.answer().isBlank()).forEach(points::add);
        Section outcome = Section.of("dpia", HEADINGS.text("dpia"), new Block.Prose(dpia.headline()), points.block());
        return algorithm == null
                ? List.of(outcome)
                : List.of(
                        outcome,
                        Section.of("algorithm", HEADINGS.text("algorithm"), new Block.Facts(algorithm.facts())));
    }

    private Section life(Words clauses) {
        return new Section(
                "arrangements",
                "dates",
                HEADINGS.text("dates"),
                List.of(
                        new FactList(SUMMARY)
                                .add("starts", start())
                                .add("review", StringUtils.capitalize(review()))
                                .add("ends", end())
                                .block(),
                        new Block.Prose(clauses.text("review-and-end"))),
                Section.EVERYBODY);
    }

    /** The organisation that leads, and the partnership for which it does. */
    String leader() {
        OrganisationCode partnership = project.onBehalfOf();
        return partnership == null
                ? name(project.leadOrganisation())
                : CLAUSES.text(
                        "on-behalf-of",
                        Map.of("lead", name(project.leadOrganisation()), "partnership", name(partnership)));
    }

    /** Names that fit on the first page; the rest is in the list of parties. */
    private String parties(Words clauses) {
        List<String> names = partners(partner -> name(partner.organisation()));
        String all = Wording.items(names);
        return all.length() <= FITS ? all : clauses.text("many-parties", Map.of("count", names.size()));
    }

    private String signOffRule() {
        return project.signOffRuleNow().words(this::name);
    }

    private String controllers() {
        List<String> joint = inRole(PartyRole.JOINT_CONTROLLER);
        List<String> separate = inRole(PartyRole.CONTROLLER);
        List<String> processors = inRole(PartyRole.PROCESSOR);
        return Stream.of(
                        some("joint-controllers", "joint-controllers", joint),
                        some("one-controller", "controllers", separate),
                        some("one-processor", "processors", processors))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n\n"));
    }

    private static Optional<String> some(String one, String many, List<String> parties) {
        return parties.isEmpty()
                ? Optional.empty()
                : Optional.of(CLAUSES.text(parties.size() == 1 ? one : many, Map.of("parties", Wording.and(parties))));
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
        return CLAUSES.text("start", Map.of("date", Wording.date(arrangements.startDate())));
    }

    /** Counted from the day in force, which is known when it is published. The same however late it is drafted. */
    private String review() {
        LocalDate review = arrangements.reviewBy(arrangements.startDate());
        if (review.equals(arrangements.endDate())) {
            return CLAUSES.text("review-by-last-day", Map.of("date", Wording.date(review)));
        }
        return CLAUSES.text(
                "review-within",
                Map.of(
                        "period", Wording.period(Period.ofYears(arrangements.reviewYears())),
                        "date", Wording.date(review)));
    }

    private String end() {
        LocalDate end = arrangements.endDate();
        return end == null ? CLAUSES.text("no-end") : Wording.date(end);
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
    private static List<Section> prose(String key, @Nullable String words) {
        return words == null || words.isBlank()
                ? List.of()
                : List.of(Section.of(key, HEADINGS.text(key), new Block.Prose(words)));
    }

    private static Section arrangement(String item, String words) {
        return new Section(
                "arrangements", item, HEADINGS.text(item), List.of(new Block.Prose(words)), Section.EVERYBODY);
    }

    private Organisation organisation(OrganisationCode code) {
        return Objects.requireNonNull(organisations.get(code), () -> code + " is not in the directory");
    }

    private String name(OrganisationCode code) {
        return organisation(code).name();
    }

    private static String orNotKnown(@Nullable String value) {
        return value == null ? PARTIES.text("not-known") : value;
    }
}
