package gm.sharing.agreement;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The annexes that hold what parties say beside their signatures. */
final class Undertakings {

    static final String CONDITIONS = "conditions";
    static final String POSITIONS = "positions";

    private Undertakings() {}

    /** Before everybody has signed. */
    static Chapter conditionsToCome() {
        return note(
                CONDITIONS,
                "Conditions of the parties",
                "A party may sign on conditions. They are listed here once every party has signed.");
    }

    /** Before everybody has signed. */
    static Chapter positionsToCome() {
        return note(
                POSITIONS,
                "Positions of the parties on the DPIA",
                "Each controller states whether it adopts the DPIA. The positions are listed here once every party has"
                        + " signed.");
    }

    static Chapter conditions(String title, List<PartyBlock> parties) {
        List<List<String>> rows = parties.stream()
                .flatMap(party -> party.conditions().stream()
                        .map(condition -> Stream.concat(Stream.of(party.organisation()), condition.stream())
                                .toList()))
                .toList();
        List<Block> content = new ArrayList<>();
        if (!rows.isEmpty()) {
            content.add(new Block.Prose("These parties signed subject to the conditions below. Each condition is"
                    + " followed up until it is met."));
            content.add(new Block.Grid(
                    "Conditions", List.of("Organisation", "Condition", "Who is responsible", "By"), rows));
        }
        parties.stream()
                .map(PartyBlock::givenUp)
                .filter(words -> !words.isEmpty())
                .forEach(words -> content.add(new Block.Prose(words)));
        if (content.isEmpty()) {
            return note(CONDITIONS, title, "No party signed on a condition.");
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
            return "None";
        }
        return "%s of %s, in annex C"
                .formatted(
                        count == 1 ? "1 condition" : count + " conditions",
                        setting.size() == 1 ? setting.get(0) : setting.size() + " parties");
    }

    static Chapter positions(String title, List<PartyBlock> parties) {
        List<PartyBlock> asked =
                parties.stream().filter(PartyBlock::hasPosition).toList();
        if (asked.isEmpty()) {
            return note(POSITIONS, title, "No party was asked for a position of its own.");
        }
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                POSITIONS,
                "",
                new Block.Prose("The lead organisation made and approved the data protection impact assessment (DPIA)."
                        + " These parties say whether it holds for them too."),
                new Block.Grid(
                        "Positions on the DPIA",
                        List.of("Organisation", "Position"),
                        asked.stream().map(PartyBlock::positionRow).toList())));
        asked.stream()
                .filter(PartyBlock::adapts)
                .forEach(party -> sections.add(Section.of(
                        "adaptation",
                        "How " + party.organisation() + " adapts the DPIA",
                        new Block.Prose(party.adaptation()))));
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
                        "policy-documents",
                        "Appropriate policy documents",
                        false,
                        List.of(Section.of(
                                "policy-documents",
                                "",
                                new Block.Prose(
                                        "Each of these parties relies as a controller on a condition that needs an"
                                                + " appropriate policy document (Data Protection Act 2018), and keeps its own."),
                                new Block.Grid(
                                        "Appropriate policy documents",
                                        List.of("Organisation", "Document", "To be reviewed by"),
                                        rows)))));
    }

    private static Chapter note(String key, String title, String words) {
        return new Chapter(key, title, false, List.of(Section.of("note", "", new Block.Prose(words))));
    }
}
