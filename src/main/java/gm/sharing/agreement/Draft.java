package gm.sharing.agreement;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Outline;
import gm.sharing.document.Section;
import gm.sharing.dpia.DpiaOutcome;
import gm.sharing.ethics.AlgorithmRecord;
import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Arrangements;
import gm.sharing.project.Law;
import gm.sharing.project.Needs;
import gm.sharing.project.SharingProject;
import gm.sharing.question.FurtherAnswers;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    private static final Words TITLES = Words.in("agreement/parts");

    /** People sign them. Complaints: Data Protection Act 2018, section 164A. */
    private static final Words CLAUSES = Words.in("agreement/clauses");

    AgreementContent content(String version) {
        return content(version, parts());
    }

    /** With the numbers of these parts in every text that refers to one. */
    AgreementContent content(String version, List<Part> parts) {
        Outline outline = new Outline(parts.stream().map(Part::key).toList(), AgreementContent.ANNEXES);
        Words clauses = CLAUSES.within(outline::number);
        return new AgreementContent(
                project.reference(),
                version,
                project.title(),
                summary(clauses),
                Stream.concat(
                                parts.stream().map(part -> chapter(part, clauses)),
                                further.besides(AgreementPart.codes()).stream())
                        .toList(),
                flows().law(),
                null);
    }

    private Chapter chapter(Part part, Words clauses) {
        return new Chapter(
                part.key(), part.title(), part.tabular(), part.sections().apply(clauses));
    }

    /** The parts in the order of the document. */
    List<Part> parts() {
        PartiesDraft parties = parties();
        FlowDraft flows = flows();
        ArrangementsDraft arranged = new ArrangementsDraft(arrangements);
        return List.of(
                part("parties", true, clauses -> parties.parties()),
                part("contacts", true, clauses -> parties.contacts()),
                answered("together", clauses -> parties.together()),
                answered("why", clauses -> why()),
                answered("what", clauses -> what()),
                part("flows", false, clauses -> flows.flows()),
                answered("law", clauses -> flows.lawfulBases()),
                part("rights", false, clauses -> Stream.concat(
                                further.in("rights").stream(), arranged.rights(clauses).stream())
                        .toList()),
                answered("care", arranged::care),
                answered("assessment", clauses -> assessment()),
                answered("life", arranged::dates));
    }

    /** A part in which answers stand beside what is written there. */
    private Part answered(String key, Function<Words, List<Section>> written) {
        return part(key, false, clauses -> further.with(key, written.apply(clauses)));
    }

    private static Part part(String key, boolean tabular, Function<Words, List<Section>> sections) {
        return new Part(key, TITLES.text(key), tabular, sections);
    }

    private PartiesDraft parties() {
        return new PartiesDraft(project, organisations, new AssuranceSchemes(law.codes()), today);
    }

    private FlowDraft flows() {
        PartiesDraft parties = parties();
        return new FlowDraft(project.flows(), parties::name, parties::isProcessor, law);
    }

    private List<Fact> summary(Words clauses) {
        return new SummaryDraft(
                        project.proposal().vision(),
                        needs,
                        law.kinds(),
                        parties(),
                        flows(),
                        dpia,
                        new ArrangementsDraft(arrangements),
                        clauses)
                .facts();
    }

    /** The organisation that leads, and the partnership for which it does. */
    String leader() {
        return parties().leader();
    }

    /**
     * A part before its number is known.
     *
     * @param sections written with the sentences, which refer to parts
     */
    record Part(String key, String title, boolean tabular, Function<Words, List<Section>> sections) {}

    private List<Section> why() {
        return Stream.of(
                        HeadedSection.prose("vision", project.proposal().vision()),
                        HeadedSection.prose("purpose", needs.purpose()),
                        HeadedSection.prose("necessity", needs.necessity()),
                        HeadedSection.prose("benefits", needs.benefits()))
                .flatMap(List::stream)
                .toList();
    }

    private List<Section> what() {
        Section items = Section.of(
                "data-items",
                HeadedSection.of("data-items"),
                new Block.Grid(
                        HeadedSection.of("data-items-table"),
                        List.of(HeadedSection.of("data-item"), HeadedSection.of("kind")),
                        needs.dataItems().stream()
                                .map(item -> List.of(item.name(), law.kinds().words(item)))
                                .distinct()
                                .toList()));
        return Stream.of(
                        HeadedSection.prose("data-subjects", needs.dataSubjects()),
                        HeadedSection.prose("volume", needs.volume()),
                        List.of(items))
                .flatMap(List::stream)
                .toList();
    }

    private List<Section> assessment() {
        FactList points = new FactList();
        dpia.points().stream().filter(point -> !point.answer().isBlank()).forEach(points::add);
        Section outcome =
                Section.of("dpia", HeadedSection.of("dpia"), new Block.Prose(dpia.headline()), points.block());
        List<Fact> tool = AlgorithmRecord.facts(algorithm, further);
        return tool.isEmpty()
                ? List.of(outcome)
                : List.of(outcome, Section.of("algorithm", HeadedSection.of("algorithm"), new Block.Facts(tool)));
    }
}
