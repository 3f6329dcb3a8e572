package gm.sharing.project;

import static gm.sharing.PlainText.isBlank;

import gm.sharing.code.CodeTable;
import gm.sharing.code.Codes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of codes in which the law about flows and data items is written. A process owner and a lawyer keep them; rules read
 * codes and columns, never labels.
 */
public record Law(Codes codes) {

    public static final String LAWFUL_BASES = "lawful-bases";
    public static final String SPECIAL_CATEGORIES = "special-category-conditions";
    public static final String SCHEDULE_1 = "schedule1-conditions";
    public static final String LAW_ENFORCEMENT = "law-enforcement-conditions";
    public static final String CONFIDENTIALITY = "confidentiality-bases";
    public static final String OPT_OUTS = "opt-outs";
    public static final String POWERS = "legal-powers";
    public static final String METHODS = "sharing-methods";
    public static final String FREQUENCIES = "frequencies";

    /** The basis that public authorities have in their tasks, which refusals name. */
    public static final String PUBLIC_TASK = "6(1)(e)";

    /** The basis of others, which refusals name. */
    public static final String LEGITIMATE_INTERESTS = "6(1)(f)";

    /** A power that the table does not hold, so that words say which it is. */
    public static final String OTHER_POWER = "other";

    /** Under Part 3 of the Data Protection Act 2018: the processing is not sensitive. */
    public static final String NOT_SENSITIVE = "none";

    public static final String IMPLIED_CONSENT = "implied-consent";

    /** How the opt-out is answered where people's own care is the purpose. */
    public static final String OWN_CARE = "own-care";

    /** Communicable disease and other risks to public health: regulation 3 sets confidentiality and opt-out aside. */
    public static final String REGULATION_3 = "regulation-3";

    /** Columns of the tables. */
    public static final String PUBLIC_AUTHORITY = "publicAuthority";

    public static final String TASK_OF_LAW = "taskOfLaw";
    public static final String ON_REQUEST = "onRequest";
    public static final String MACHINE_ALONE = "machineAlone";
    public static final String NEEDS_SCHEDULE_1 = "needsSchedule1";
    public static final String ARTICLE_9 = "article9";
    public static final String PART = "part";
    public static final String POLICY_DOCUMENT = "policyDocument";
    public static final String COPY = "copy";
    public static final String IN_WORDS = "inWords";

    public CodeTable lawfulBases() {
        return codes.table(LAWFUL_BASES);
    }

    public CodeTable specialCategories() {
        return codes.table(SPECIAL_CATEGORIES);
    }

    public CodeTable schedule1() {
        return codes.table(SCHEDULE_1);
    }

    public CodeTable lawEnforcement() {
        return codes.table(LAW_ENFORCEMENT);
    }

    public CodeTable confidentiality() {
        return codes.table(CONFIDENTIALITY);
    }

    public CodeTable optOuts() {
        return codes.table(OPT_OUTS);
    }

    public CodeTable powers() {
        return codes.table(POWERS);
    }

    public CodeTable methods() {
        return codes.table(METHODS);
    }

    public CodeTable frequencies() {
        return codes.table(FREQUENCIES);
    }

    public DataKinds kinds() {
        return new DataKinds(codes.table(DataKinds.TABLE));
    }

    /** What people read for the codes of a flow. */
    public FlowWords words(Flow flow) {
        return new FlowWords(
                words(methods(), flow.method()),
                words(frequencies(), flow.frequency()),
                words(lawfulBases(), flow.article6()),
                words(lawfulBases(), flow.recipientsArticle6()),
                words(specialCategories(), flow.article9()),
                words(schedule1(), flow.schedule1()),
                words(lawEnforcement(), flow.schedule8()),
                words(confidentiality(), flow.confidentiality()),
                words(optOuts(), flow.optOut()));
    }

    /** What people read of the laws that allow the flow: the powers by their labels, then what was said in words. */
    public List<String> powersInWords(Flow flow) {
        boolean said = !isBlank(flow.power());
        return Stream.concat(
                        flow.powers().stream()
                                .filter(code -> !said || !code.equals(OTHER_POWER))
                                .map(powers()::label),
                        said ? Stream.of(String.valueOf(flow.power())) : Stream.empty())
                .toList();
    }

    /** Whether a power that was chosen says too little without words. */
    boolean needsPowerInWords(Flow flow) {
        return flow.powers().stream()
                .flatMap(code -> powers().find(code).stream())
                .anyMatch(power -> power.is(IN_WORDS));
    }

    private static String words(CodeTable table, @Nullable String code) {
        return code == null ? "" : table.label(code);
    }

    /** The flow with codes for words that stood for them before, which a form may still offer that was open meanwhile. */
    public Flow current(Flow flow) {
        return mapped(flow, CodeTable::current);
    }

    /** Answers that no table holds, by the key of their field: words of before, and codes that a process owner took out. */
    Map<String, String> unknown(Flow flow) {
        Map<String, String> unknown = new LinkedHashMap<>();
        note(unknown, "method", methods(), flow.method());
        note(unknown, "frequency", frequencies(), flow.frequency());
        note(unknown, "article6", lawfulBases(), flow.article6());
        note(unknown, "recipientsArticle6", lawfulBases(), flow.recipientsArticle6());
        note(unknown, "article9", specialCategories(), flow.article9());
        note(unknown, "schedule1", schedule1(), flow.schedule1());
        note(unknown, "schedule8", lawEnforcement(), flow.schedule8());
        flow.powers().forEach(code -> note(unknown, "powers", powers(), code));
        note(unknown, "confidentiality", confidentiality(), flow.confidentiality());
        note(unknown, "optOut", optOuts(), flow.optOut());
        return unknown;
    }

    private static void note(Map<String, String> unknown, String field, CodeTable table, @Nullable String code) {
        if (code != null && !code.isBlank() && table.find(code).isEmpty()) {
            unknown.put(field, code);
        }
    }

    /** Answers that are never missing stay so, because a table gives nothing for nothing alone. */
    private Flow mapped(Flow flow, BiFunction<CodeTable, @Nullable String, @Nullable String> code) {
        return flow.with(new FlowCodes(
                given(code.apply(methods(), flow.method()), flow.method()),
                given(code.apply(frequencies(), flow.frequency()), flow.frequency()),
                code.apply(lawfulBases(), flow.article6()),
                code.apply(lawfulBases(), flow.recipientsArticle6()),
                code.apply(specialCategories(), flow.article9()),
                code.apply(schedule1(), flow.schedule1()),
                code.apply(lawEnforcement(), flow.schedule8()),
                code.apply(confidentiality(), flow.confidentiality()),
                code.apply(optOuts(), flow.optOut())));
    }

    private static String given(@Nullable String changed, String before) {
        return changed == null ? before : changed;
    }

    /** Whether a decision that a machine takes alone may rest on it. What no table holds is not known to allow it. */
    boolean allowsMachineAlone(CodeTable table, String code) {
        return table.find(code).filter(row -> row.is(MACHINE_ALONE)).isPresent();
    }

    /**
     * Lets a machine alone take significant decisions about people in a project with these flows.
     *
     * @throws gm.sharing.Refused when a flow rests on what such a decision may not rest on
     */
    public void mustAllowDecisionsByAMachineAlone(List<Flow> flows) {
        AutomatedDecisionRules.check(flows, this);
    }
}
