package gm.sharing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldComparisonTests {

    @Test
    void findsNothingInTheSame() {
        assertThat(FieldComparison.between(scope("1,000 people", "Salford"), scope("1,000 people\n", "Salford")))
                .isEmpty();
    }

    @Test
    void namesTheQuestionThatIsAnsweredOtherwise() {
        assertThat(FieldComparison.between(scope("1,000 people", "Salford"), scope("2,000 people", "Salford")))
                .containsExactly(new FieldChange("scope", "Scope", "How many", "1,000 people", "2,000 people"));
    }

    @Test
    void tellsQuestionsThatCameFromThoseThatWent() {
        var old = List.of(new Chapter("scope", "Scope", false, List.of(section("area", "Area", "Salford"))));
        var now = List.of(new Chapter("scope", "Scope", false, List.of(section("amount", "How many", "1,000 people"))));

        assertThat(FieldComparison.between(old, now))
                .extracting(FieldChange::question, FieldChange::before, FieldChange::now)
                .containsExactly(tuple("How many", "", "1,000 people"), tuple("Area", "Salford", ""));
        assertThat(FieldComparison.between(old, now)).allMatch(FieldChange::oneSided);
    }

    @Test
    void comparesNamedAnswersAndRowsOneByOne() {
        var old = risks("Head of data", "Low");
        var now = risks("Head of care", "High");

        assertThat(FieldComparison.between(old, now))
                .extracting(FieldChange::question, FieldChange::before, FieldChange::now)
                .containsExactly(
                        tuple("R1: Owner", "Head of data", "Head of care"),
                        tuple("Levels: R1", "Level: Low", "Level: High"));
    }

    @Test
    void takesNoRenamedHeadingForANewQuestion() {
        var old = risks("Head of data", "Low");
        var now = List.of(new Chapter(
                "risks",
                "Risks and what is done about them",
                false,
                List.of(
                        new Section(
                                "risk",
                                "R1",
                                "Risk one",
                                List.of(new FactList()
                                        .add("source", "Where it comes from", "A mix-up")
                                        .add("owner", "Who is responsible", "Head of data")
                                        .block()),
                                Section.EVERYBODY),
                        Section.of(
                                "levels",
                                "How grave they are",
                                new Block.Grid(
                                        "Levels", List.of("The risk", "How grave"), List.of(List.of("R1", "Low")))))));

        assertThat(FieldComparison.between(old, now)).isEmpty();
        assertThat(Comparison.between(old.get(0).sections(), now.get(0).sections()))
                .isEmpty();
    }

    @Test
    void knowsQuestionsOfBeforeByTheirNames() {
        var now = risks("Head of care", "Low");
        var old = List.of(new Chapter(
                "",
                "Risks",
                false,
                List.of(new Section(
                        "risk",
                        "R1",
                        "R1",
                        List.of(new Block.Facts(
                                List.of(new Fact("", "Source", "A mix-up"), new Fact("", "Owner", "Head of data")))),
                        Section.EVERYBODY))));

        assertThat(FieldComparison.between(old, now))
                .contains(new FieldChange("risks", "Risks", "R1: Owner", "Head of data", "Head of care"))
                .noneMatch(change -> change.question().equals("R1: Source"));
    }

    @Test
    void knowsASectionOfBeforeWhoseItemWasItsTitle() {
        var old = new Section(
                "scope",
                "Whom it is about",
                "Whom it is about",
                List.of(new Block.Prose("Families")),
                Section.EVERYBODY);
        var now = new Section("scope", "individuals", "Whom it is about", old.content(), Section.EVERYBODY);
        var renamed = new Section("scope", "whom-it-is-about", "Who is concerned", old.content(), Section.EVERYBODY);

        assertThat(Comparison.between(List.of(old), List.of(now))).isEmpty();
        assertThat(Comparison.between(List.of(old), List.of(renamed))).isEmpty();
    }

    @Test
    void losesNoRowOfTwoWithTheSameName() {
        var old = List.of(new Chapter("advice", "Advice", false, List.of(grid("Bolton", "Bolton"))));
        var now = List.of(new Chapter("advice", "Advice", false, List.of(grid("Bolton"))));

        assertThat(FieldComparison.between(old, now)).hasSize(1);
    }

    @Test
    void marksTheWordsThatDiffer() {
        assertThat(new FieldChange(
                                "scope",
                                "Scope",
                                "How many",
                                "About 1,000 people a year.",
                                "About 2,500 people a year.")
                        .pieces())
                .containsExactly(
                        new Piece(Piece.Kind.SAME, "About"),
                        new Piece(Piece.Kind.SAME, " "),
                        new Piece(Piece.Kind.TAKEN_OUT, "1,000"),
                        new Piece(Piece.Kind.SAME, " "),
                        new Piece(Piece.Kind.ADDED, "2,500"),
                        new Piece(Piece.Kind.SAME, " people a year."));
    }

    @Test
    void keepsLinesAndMindsNoSpaces() {
        assertThat(WordDifference.between("One  two.\r\n\r\nThree.", "One two.\n\nThree, four."))
                .containsExactly(
                        new Piece(Piece.Kind.SAME, "One two.\n\n"),
                        new Piece(Piece.Kind.TAKEN_OUT, "Three."),
                        new Piece(Piece.Kind.ADDED, "Three, four."));
    }

    @Test
    void copesWithLongTextsThatHaveNothingInCommon() {
        var pieces = WordDifference.between("ä7 words. ".repeat(3_000), "andere Dinge ".repeat(2_300));

        assertThat(pieces).extracting(Piece::kind).containsExactly(Piece.Kind.TAKEN_OUT, Piece.Kind.ADDED);
    }

    private static List<Chapter> scope(String amount, String area) {
        return List.of(new Chapter(
                "scope",
                "Scope",
                false,
                List.of(section("amount", "How many", amount), section("area", "Area", area))));
    }

    private static List<Chapter> risks(String owner, String level) {
        var risk = new Section(
                "risk",
                "R1",
                "R1",
                List.of(new FactList()
                        .add("source", "Source", "A mix-up")
                        .add("owner", "Owner", owner)
                        .block()),
                Section.EVERYBODY);
        var levels = Section.of(
                "levels", "Levels", new Block.Grid("Levels", List.of("Risk", "Level"), List.of(List.of("R1", level))));
        return List.of(new Chapter("risks", "Risks", false, List.of(risk, levels)));
    }

    private static Section grid(String... rows) {
        return Section.of(
                "advice",
                "",
                new Block.Grid(
                        "Advice",
                        List.of("Organisation", "View"),
                        List.of(rows).stream()
                                .map(row -> List.of(row, "Accept"))
                                .toList()));
    }

    private static Section section(String key, String title, String words) {
        return Section.of(key, title, new Block.Prose(words));
    }
}
