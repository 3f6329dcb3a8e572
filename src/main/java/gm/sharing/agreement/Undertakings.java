package gm.sharing.agreement;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Section;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The annexes that hold what parties say beside their signatures. */
final class Undertakings {

    static final String CONDITIONS = "conditions";
    static final String POSITIONS = "positions";
    private static final String POLICY_DOCUMENTS = "policy-documents";

    private static final Words WORDS = Words.in("agreement/frame");
    private static final Words TITLES = Words.in("agreement/annexes");

    private Undertakings() {}

    /** Before everybody has signed. */
    static Chapter conditionsToCome() {
        return note(CONDITIONS, TITLES.text(CONDITIONS), WORDS.text("conditions-to-come"));
    }

    /** Before everybody has signed. */
    static Chapter positionsToCome() {
        return note(POSITIONS, TITLES.text(POSITIONS), WORDS.text("positions-to-come"));
    }

    static Chapter conditions(String title, List<PartyBlock> parties) {
        List<List<String>> rows = parties.stream()
                .flatMap(party -> party.conditions().stream()
                        .map(condition -> Stream.concat(Stream.of(party.organisation()), condition.stream())
                                .toList()))
                .toList();
        List<Block> content = new ArrayList<>();
        if (!rows.isEmpty()) {
            content.add(new Block.Prose(WORDS.text("conditions")));
            content.add(new Block.Grid(
                    WORDS.text("conditions-table"),
                    List.of(
                            WORDS.text("organisation"),
                            WORDS.text("condition"),
                            WORDS.text("responsible"),
                            WORDS.text("by")),
                    rows));
        }
        parties.stream()
                .map(PartyBlock::givenUp)
                .filter(words -> !words.isEmpty())
                .forEach(words -> content.add(new Block.Prose(words)));
        if (content.isEmpty()) {
            return note(CONDITIONS, title, WORDS.text("no-conditions"));
        }
        return new Chapter(
                CONDITIONS, title, false, List.of(new Section(CONDITIONS, "", "", content, Section.EVERYBODY)));
    }

    /** How many there are and where, for the first page. */
    static String conditionsInBrief(List<PartyBlock> parties) {
        int count =
                parties.stream().mapToInt(party -> party.conditions().size()).sum();
        List<String> setting = parties.stream()
                .filter(party -> !party.conditions().isEmpty())
                .map(PartyBlock::organisation)
                .toList();
        if (count == 0) {
            return WORDS.text("none");
        }
        return WORDS.within(AgreementContent.annexes()::number)
                .text(
                        "conditions-in-brief",
                        Map.of(
                                "conditions",
                                count == 1
                                        ? WORDS.text("one-condition")
                                        : WORDS.text("many-conditions", Map.of("count", count)),
                                "parties",
                                setting.size() == 1
                                        ? setting.get(0)
                                        : WORDS.text("some-parties", Map.of("count", setting.size()))));
    }

    static Chapter positions(String title, List<PartyBlock> parties) {
        List<PartyBlock> asked =
                parties.stream().filter(PartyBlock::hasPosition).toList();
        if (asked.isEmpty()) {
            return note(POSITIONS, title, WORDS.text("no-positions"));
        }
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                POSITIONS,
                "",
                new Block.Prose(WORDS.text("positions")),
                new Block.Grid(
                        WORDS.text("positions-table"),
                        List.of(WORDS.text("organisation"), WORDS.text("position")),
                        asked.stream().map(PartyBlock::positionRow).toList())));
        asked.stream()
                .flatMap(party -> party.words().stream())
                .forEach(words -> sections.add(Section.of(words.key(), words.name(), new Block.Prose(words.answer()))));
        return new Chapter(POSITIONS, title, false, sections);
    }

    /** Empty when no party relies on one. */
    static Optional<Chapter> policyDocuments(List<PartyBlock> parties) {
        List<List<String>> rows = parties.stream()
                .filter(PartyBlock::hasPolicyDocument)
                .map(PartyBlock::policyRow)
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter(
                        POLICY_DOCUMENTS,
                        TITLES.text(POLICY_DOCUMENTS),
                        false,
                        List.of(Section.of(
                                POLICY_DOCUMENTS,
                                "",
                                new Block.Prose(WORDS.text("policy-documents")),
                                new Block.Grid(
                                        WORDS.text("policy-documents-table"),
                                        List.of(
                                                WORDS.text("organisation"),
                                                WORDS.text("document"),
                                                WORDS.text("to-be-reviewed")),
                                        rows)))));
    }

    private static Chapter note(String key, String title, String words) {
        return new Chapter(key, title, false, List.of(Section.of("note", "", new Block.Prose(words))));
    }
}
