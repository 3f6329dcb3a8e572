package gm.sharing.agreement;

import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Flow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what an agreement says of each flow: what goes where, and which law allows it. */
final class FlowDraft {

    private final List<Flow> flows;
    private final Function<OrganisationCode, String> name;

    FlowDraft(List<Flow> flows, Function<OrganisationCode, String> name) {
        this.flows = flows;
        this.name = name;
    }

    List<Section> flows() {
        return each("flow", "Flow from", this::flow);
    }

    /** One for each flow, because the regime belongs to the flow and its parties and not to the project. */
    List<Section> lawfulBases() {
        return each("lawful-basis", "For the flow from", this::lawfulBasis);
    }

    String article6() {
        return distinct(Flow::article6);
    }

    String article9() {
        return distinct(Flow::article9);
    }

    String lawEnforcement() {
        long count = flows.stream().filter(Flow::lawEnforcement).count();
        if (count == 0) {
            return "No flow";
        }
        return count == flows.size() ? "Every flow" : count + " of " + flows.size() + " flows";
    }

    private List<Section> each(String key, String title, Function<Flow, FactList> facts) {
        Map<String, Integer> seen = new HashMap<>();
        List<Section> sections = new ArrayList<>();
        for (Flow flow : flows) {
            String between = codes(flow.from()) + ">" + codes(flow.to());
            int repetition = seen.merge(between, 1, Integer::sum);
            sections.add(new Section(
                    key,
                    between + "#" + repetition,
                    "%s %s to %s".formatted(title, Wording.brief(names(flow.from())), Wording.brief(names(flow.to()))),
                    List.of(facts.apply(flow).block()),
                    Stream.concat(flow.from().stream(), flow.to().stream())
                            .collect(Collectors.toCollection(TreeSet::new))));
        }
        return sections;
    }

    private FactList flow(Flow flow) {
        return new FactList()
                .add("From", Wording.and(names(flow.from())))
                .add("To", Wording.and(names(flow.to())))
                .add("What", flow.what())
                .add("Purpose", flow.purpose())
                .add("Method", flow.method())
                .add("How often", flow.frequency())
                .add("Security", flow.security())
                .add("Confidential care information", flow.confidentialCare() ? "Yes" : "No")
                .add(
                        "Copy",
                        flow.copyReason() == null
                                ? "None: the information is read where it is held."
                                : "A copy is made. Reason: " + flow.copyReason());
    }

    private FactList lawfulBasis(Flow flow) {
        return new FactList()
                .add(
                        "Relied on by",
                        Wording.and(names(Stream.concat(flow.from().stream(), flow.to().stream())
                                .distinct()
                                .toList())))
                .add(
                        "Regime",
                        flow.lawEnforcement()
                                ? "Data Protection Act 2018, Part 3 (law enforcement)"
                                : "UK GDPR and Data Protection Act 2018, Part 2")
                .add("UK GDPR, Article 6", flow.article6())
                .add("UK GDPR, Article 9", flow.article9())
                .add("Data Protection Act 2018, Schedule 1", flow.schedule1())
                .add("Appropriate policy document", policy(flow))
                .add("Data Protection Act 2018, Schedule 8", flow.schedule8())
                .add("Legal power", flow.power())
                .add("Common law duty of confidentiality", flow.confidentiality())
                .add("National data opt-out", flow.optOut());
    }

    private static @Nullable String policy(Flow flow) {
        LocalDate review = flow.policyReview();
        return review == null
                ? flow.policyDocument()
                : flow.policyDocument() + ", to be reviewed by " + Wording.date(review);
    }

    private String distinct(Function<Flow, @Nullable String> answer) {
        Set<String> answers =
                flows.stream().map(answer).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        return answers.size() == 1 ? answers.iterator().next() : Wording.list(answers);
    }

    private List<String> names(List<OrganisationCode> codes) {
        return codes.stream().map(name).toList();
    }

    private static String codes(List<OrganisationCode> codes) {
        return codes.stream().sorted().map(OrganisationCode::value).collect(Collectors.joining("+"));
    }
}
