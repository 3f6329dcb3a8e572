package gm.sharing.agreement;

import gm.sharing.Dates;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Flow;
import gm.sharing.project.FlowWords;
import gm.sharing.project.Law;
import gm.sharing.project.PartyBasis;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what an agreement says of each flow: what goes where, and which law allows it. */
final class FlowDraft {

    private static final Words WORDS = Words.in("agreement/flow");
    private static final Words HEADINGS = Words.in("agreement/headings");

    private final List<Flow> flows;
    private final Function<OrganisationCode, String> name;
    private final Predicate<OrganisationCode> processor;
    private final Law law;

    FlowDraft(
            List<Flow> flows, Function<OrganisationCode, String> name, Predicate<OrganisationCode> processor, Law law) {
        this.flows = flows;
        this.name = name;
        this.processor = processor;
        this.law = law;
    }

    List<Section> flows() {
        return each("flow", this::flow);
    }

    /** One for each flow, because the regime belongs to the flow and its parties and not to the project. */
    List<Section> lawfulBases() {
        return each("lawful-basis", this::lawfulBasis);
    }

    String article6() {
        return distinct(flows.stream()
                .flatMap(flow -> flow.bases(processor).stream())
                .map(PartyBasis::basis)
                .map(this::basis));
    }

    String article9() {
        return distinct(flows.stream().map(law::words).map(FlowWords::article9));
    }

    String schedule1() {
        return distinct(flows.stream().map(law::words).map(FlowWords::schedule1));
    }

    /** The beginning of each power, each once. */
    List<String> powers() {
        return flows.stream()
                .map(law::powersInWords)
                .flatMap(List::stream)
                .map(power -> power.strip().lines().findFirst().orElse(""))
                .map(Wording::opening)
                .distinct()
                .toList();
    }

    /** How many flows fall under Part 3; empty when none does. */
    String lawEnforcement() {
        long count = flows.stream().filter(Flow::lawEnforcement).count();
        if (count == 0) {
            return "";
        }
        return count == flows.size()
                ? WORDS.text("all-flows")
                : WORDS.text("some-flows", Map.of("count", count, "all", flows.size()));
    }

    /** The same as data: every basis of every party. */
    List<FlowLaw> law() {
        Map<String, Integer> seen = new HashMap<>();
        return flows.stream()
                .map(flow -> new FlowLaw(
                        item(flow, seen),
                        HEADINGS.text("flow", Map.of("flow", between(flow))),
                        flow.bases(processor).stream().map(this::law).toList(),
                        String.join("\n", law.powersInWords(flow)),
                        flow.powers().stream()
                                .filter(code -> !code.equals(Law.OTHER_POWER))
                                .toList(),
                        orEmpty(policy(flow)),
                        law.words(flow).confidentiality(),
                        law.words(flow).optOut()))
                .toList();
    }

    private FlowLaw.PartyLaw law(PartyBasis basis) {
        return new FlowLaw.PartyLaw(
                basis.party().value(),
                name.apply(basis.party()),
                basis.end(),
                basis.regime(),
                basis(basis.basis()),
                basis.conditions().stream()
                        .map(code -> condition(basis.regime(), code))
                        .toList(),
                orEmpty(basis.basis()),
                basis.conditions());
    }

    private String basis(@Nullable String code) {
        return code == null ? "" : law.lawfulBases().label(code);
    }

    private String condition(PartyBasis.Regime regime, String code) {
        if (regime == PartyBasis.Regime.PART_3) {
            return law.lawEnforcement().label(code);
        }
        return law.specialCategories().find(code).isPresent()
                ? law.specialCategories().label(code)
                : law.schedule1().label(code);
    }

    private List<Section> each(String key, Function<Flow, FactList> facts) {
        Map<String, Integer> seen = new HashMap<>();
        List<Section> sections = new ArrayList<>();
        for (Flow flow : flows) {
            sections.add(new Section(
                    key,
                    item(flow, seen),
                    HEADINGS.text(key, Map.of("flow", between(flow))),
                    List.of(facts.apply(flow).block()),
                    Stream.concat(flow.from().stream(), flow.to().stream())
                            .collect(Collectors.toCollection(TreeSet::new))));
        }
        return sections;
    }

    private static String item(Flow flow, Map<String, Integer> seen) {
        String between = codes(flow.from()) + ">" + codes(flow.to());
        return between + "#" + seen.merge(between, 1, Integer::sum);
    }

    private String between(Flow flow) {
        return "%s to %s".formatted(Wording.brief(names(flow.from())), Wording.brief(names(flow.to())));
    }

    private static String orEmpty(@Nullable String answer) {
        return answer == null ? "" : answer;
    }

    private FactList flow(Flow flow) {
        return new FactList(WORDS)
                .add("from", Wording.and(names(flow.from())))
                .add("to", Wording.and(names(flow.to())))
                .add("what", flow.what())
                .add("purpose", flow.purpose())
                .add("method", law.words(flow).method())
                .add("how-often", law.words(flow).frequency())
                .add("security", flow.security())
                .add("confidential-care-information", flow.confidentialCare() ? "Yes" : "No")
                .add(
                        "copy",
                        flow.copyReason() == null
                                ? WORDS.text("no-copy")
                                : WORDS.text("copy-reason", Map.of("reason", flow.copyReason())));
    }

    private FactList lawfulBasis(Flow flow) {
        FlowWords words = law.words(flow);
        FactList facts = new FactList(WORDS);
        if (flow.lawEnforcement()) {
            facts.add("part-3", Wording.and(names(flow.underPart3())));
        }
        article6(flow, facts);
        List<OrganisationCode> processors = Stream.concat(flow.from().stream(), flow.to().stream())
                .filter(processor)
                .distinct()
                .toList();
        facts.add("processors", Wording.and(names(processors)));
        return facts.add("why-it-fits", whyItFits(flow), flow.outsideTask())
                .add("article-9", words.article9())
                .add("schedule-1", words.schedule1())
                .add("appropriate-policy-document", policy(flow))
                .add("schedule-8", words.schedule8())
                .add("legal-power", String.join("\n", law.powersInWords(flow)))
                .add("confidentiality", words.confidentiality())
                .add("national-data-opt-out", words.optOut());
    }

    /** What was asked besides: of public authorities under an interest, of voluntary bodies with a public task. */
    private String whyItFits(Flow flow) {
        return Stream.of(flow.article6(), flow.recipientsArticle6())
                        .flatMap(Stream::ofNullable)
                        .anyMatch(basis -> law.lawfulBases()
                                .find(basis)
                                .filter(row -> !row.is(Law.PUBLIC_AUTHORITY))
                                .isPresent())
                ? WORDS.text("outside-tasks")
                : WORDS.text("unusual-basis");
    }

    /** One basis for both ends, or one for each. */
    private void article6(Flow flow, FactList facts) {
        List<OrganisationCode> senders = flow.sendersUnderArticle6();
        List<OrganisationCode> recipients = flow.recipientsUnderArticle6();
        if (Objects.equals(flow.article6(), flow.basisOfRecipients())) {
            add(facts, "article-6", flow.article6(), Stream.concat(senders.stream(), recipients.stream()));
        } else {
            add(facts, "article-6-sharing", flow.article6(), senders.stream());
            add(facts, "article-6-receiving", flow.basisOfRecipients(), recipients.stream());
        }
    }

    private void add(FactList facts, String key, @Nullable String basis, Stream<OrganisationCode> relying) {
        List<OrganisationCode> organisations =
                relying.filter(processor.negate()).distinct().toList();
        if (basis != null && !organisations.isEmpty()) {
            facts.add(key, basis(basis) + ": " + Wording.and(names(organisations)));
        }
    }

    private static @Nullable String policy(Flow flow) {
        LocalDate review = flow.policyReview();
        return review == null
                ? flow.policyDocument()
                : WORDS.text(
                        "policy-review",
                        Map.of("document", String.valueOf(flow.policyDocument()), "date", Dates.day(review)));
    }

    private static String distinct(Stream<@Nullable String> all) {
        Set<String> answers = all.flatMap(Stream::ofNullable)
                .filter(answer -> !answer.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return answers.size() == 1 ? answers.iterator().next() : Wording.list(answers);
    }

    private List<String> names(List<OrganisationCode> codes) {
        return codes.stream().map(name).toList();
    }

    private static String codes(List<OrganisationCode> codes) {
        return codes.stream().sorted().map(OrganisationCode::value).collect(Collectors.joining("+"));
    }
}
