package gm.sharing.agreement;

import gm.sharing.agreement.FlowLaw.PartyLaw;
import gm.sharing.document.Block;
import gm.sharing.document.Section;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.PartyBasis.End;
import gm.sharing.project.PartyBasis.Regime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What goes to and from one organisation, as a version of the agreement says: its people decide about that version. Versions of
 * before, which do not hold the law of flows as data, say nothing here.
 */
public record OwnFlows(AgreementContent content, OrganisationCode organisation) {

    /** How the version calls it; its code where it takes part in no flow. */
    public String name() {
        return content.law().stream()
                .flatMap(flow -> flow.parties().stream())
                .filter(party -> party.organisation().equals(organisation.value()))
                .map(PartyLaw::name)
                .findFirst()
                .orElse(organisation.value());
    }

    /** What comes to it. */
    public List<Row> receives() {
        return rows(End.RECEIVES);
    }

    /** What goes from it. */
    public List<Row> gives() {
        return rows(End.SHARES);
    }

    /**
     * A flow, as its organisation reads it.
     *
     * @param with who stands at its other end
     * @param how and how often
     * @param law the basis of Article 6, or what takes its place, and the conditions that it needs besides
     */
    public record Row(String what, String with, String how, String law, String power) {}

    private List<Row> rows(End end) {
        return content.law().stream()
                .flatMap(flow -> flow.parties().stream()
                        .filter(party ->
                                party.end() == end && party.organisation().equals(organisation.value()))
                        .map(party -> row(flow, party)))
                .toList();
    }

    private Row row(FlowLaw flow, PartyLaw party) {
        String basis = party.regime() == Regime.UK_GDPR
                ? party.basis()
                : party.regime().label();
        return new Row(
                said(flow, "what"),
                said(flow, party.end() == End.RECEIVES ? "from" : "to"),
                together(Stream.of(said(flow, "method"), said(flow, "how-often"))),
                together(Stream.concat(Stream.of(basis), party.conditions().stream())),
                together(flow.power().lines()));
    }

    private static String together(Stream<String> answers) {
        return answers.map(String::strip).filter(answer -> !answer.isEmpty()).collect(Collectors.joining("; "));
    }

    private String said(FlowLaw flow, String fact) {
        return content.sections("flow").stream()
                .filter(section -> section.item().equals(flow.flow()))
                .flatMap(section -> section.answer(fact).stream())
                .findFirst()
                .orElse("");
    }

    /** The items that the agreement lists for all flows together: flows name theirs in words of their own. */
    public List<String> described() {
        return content.sections("data-items").stream()
                .flatMap(OwnFlows::items)
                .distinct()
                .toList();
    }

    private static Stream<String> items(Section section) {
        return section.content().stream()
                .flatMap(block -> block instanceof Block.Grid grid ? grid.rows().stream() : Stream.empty())
                .flatMap(row -> row.stream().limit(1));
    }
}
