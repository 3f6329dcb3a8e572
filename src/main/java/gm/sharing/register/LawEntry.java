package gm.sharing.register;

import gm.sharing.agreement.AgreementContent;
import gm.sharing.agreement.FlowLaw;
import gm.sharing.agreement.FlowLaw.PartyLaw;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which law allows flows, as the register says it. Flows of which the same is to be said stand together.
 *
 * @param titles of the flows
 * @param rows what the parties rely on; empty in agreements of before, of which the facts say it
 */
record LawEntry(List<String> titles, List<Row> rows, List<Fact> facts) {

    private static final Words HEADINGS = Words.in("register/headings");

    static List<LawEntry> of(AgreementContent content) {
        Map<LawEntry, List<String>> titles = new LinkedHashMap<>();
        if (content.law().isEmpty()) {
            content.sections("lawful-basis")
                    .forEach(section ->
                            add(titles, section.title(), new LawEntry(List.of(), List.of(), section.facts())));
        } else {
            content.law().forEach(law -> add(titles, law.title(), of(law)));
        }
        List<LawEntry> entries = new ArrayList<>();
        titles.forEach((said, flows) -> entries.add(new LawEntry(List.copyOf(flows), said.rows, said.facts)));
        return entries;
    }

    private static void add(Map<LawEntry, List<String>> titles, String title, LawEntry said) {
        titles.computeIfAbsent(said, any -> new ArrayList<>()).add(title);
    }

    /** Parties that rely on the same at the same end share a row. */
    private static LawEntry of(FlowLaw law) {
        Map<Row, List<String>> names = new LinkedHashMap<>();
        for (PartyLaw party : law.parties()) {
            Row row = new Row(
                    "",
                    party.end().label(),
                    party.regime().label(),
                    party.basis(),
                    String.join("\n", party.conditions()));
            names.computeIfAbsent(row, any -> new ArrayList<>()).add(party.name());
        }
        List<Row> rows = names.entrySet().stream()
                .map(entry -> entry.getKey().of(entry.getValue()))
                .toList();
        return new LawEntry(
                List.of(),
                rows,
                new FactList(HEADINGS)
                        .add("legal-power", law.power())
                        .add("appropriate-policy-document", law.policyDocument())
                        .add("confidentiality", law.confidentiality())
                        .add("national-data-opt-out", law.optOut())
                        .facts());
    }

    /**
     * What parties rely on.
     *
     * @param end whether they share or receive
     * @param conditions one a line
     */
    record Row(String parties, String end, String regime, String basis, String conditions) {

        private Row of(List<String> names) {
            return new Row(String.join("\n", names), end, regime, basis, conditions);
        }
    }
}
