package gm.sharing.journeys;

import gm.sharing.project.ProjectFixture;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers to the forms as a browser submits them; each test changes only what matters to it. */
public final class Answers extends PartnersAnswers {

    private Answers() {}

    public static Map<String, Object> proposal(String title) {
        return Map.of(
                "title", title,
                "urgency", "normal",
                "visionWho", "residents at risk of losing their home",
                "visionNeed", "need help early",
                "visionWhat", "rent arrears and support needs",
                "visionBetween", "councils and housing providers",
                "visionBenefit", "let us offer help before an eviction",
                "visionMeasure", "fewer evictions");
    }

    static Map<String, Object> urgentProposal(String title) {
        return with(proposal(title), "urgency", "urgent", "urgencyReason", "The legal gateway ends soon.");
    }

    public static Map<String, Object> needs() {
        return Map.of(
                "purpose", "To find households that need help before they lose their home.",
                "necessity", "No partner alone sees both arrears and support needs.",
                "benefits", "Help reaches people earlier.",
                "dataSubjects", "Tenants of the partners.",
                "groups", List.of("tenants"),
                "volume", "About 4,000 a year",
                "scale", "1000-10000",
                "matching", "false",
                "dataItems",
                        List.of(
                                Map.of(
                                        "name",
                                        "Name and address",
                                        "kind",
                                        "personal",
                                        "identifiability",
                                        "identifiable"),
                                Map.of(
                                        "name",
                                        "Support needs",
                                        "kind",
                                        "special-category-health",
                                        "identifiability",
                                        "identifiable")));
    }

    public static Map<String, Object> partners(List<String> providers, List<String> recipients) {
        return Map.of(
                "providers",
                providers,
                "recipients",
                recipients,
                "processors",
                List.of(),
                "jointControllers",
                "true",
                "decideTogether",
                Stream.concat(providers.stream(), recipients.stream())
                        .distinct()
                        .toList(),
                "joiningAndLeaving",
                "By a written request to the project lead; leaving takes three months' notice.");
    }

    public static Map<String, Object> flow(List<String> from, List<String> to) {
        return with(
                Map.of("from", from),
                "to",
                to,
                "what",
                "Name, address, arrears and support needs of tenants in arrears.",
                "method",
                "file-transfer",
                "copyReason",
                "The providers' systems cannot be read from outside.",
                "frequency",
                "weekly",
                "security",
                "Encrypted in transit and at rest.",
                "article6",
                "6(1)(e)",
                "article9",
                "9(2)(h)",
                "schedule1",
                "sch1-part1-2",
                "lawEnforcement",
                "false",
                "powers",
                List.of("other"),
                "power",
                "Homelessness Reduction Act 2017, section 2",
                "confidentialCare",
                "false");
    }

    static Map<String, Object> confidentialFlow(List<String> from, List<String> to) {
        return with(
                flow(from, to), "confidentialCare", "true", "confidentiality", "implied-consent", "optOut", "own-care");
    }

    /** On a condition for which every controller needs a policy document of its own. */
    static Map<String, Object> flowOnPolicyDocument(List<String> from, List<String> to) {
        return with(
                flow(from, to),
                "article9",
                "9(2)(g)",
                "schedule1",
                "sch1-part2-18",
                "policyDocument",
                "Policy on special category data",
                "policyReview",
                LocalDate.now().plusYears(1).toString());
    }

    public static Map<String, Object> flows(List<Map<String, Object>> flows) {
        return Map.of("flows", flows, "noPart", List.of());
    }

    public static Map<String, Object> arrangements() {
        var answers = new HashMap<String, Object>(Map.of(
                "retention", "For as long as the household is helped, and one year after.",
                "retentionPeriod", "P2Y",
                "deletion", "Each recipient deletes and says so in writing.",
                "minimisation", "Only households in arrears of eight weeks or more.",
                "accuracy", "Providers correct within five days and tell the recipients.",
                "securityMeasures", "Access by role, logged and reviewed each quarter.",
                "staffAccess", "Housing options officers with training of this year.",
                "onwardUse", "None without a new agreement.",
                "breaches", "Told to the provider within 24 hours."));
        answers.putAll(Map.of(
                "informing", "In each partner's privacy notice and in the first letter.",
                "rights", "Any partner takes a request and passes it on within two days.",
                "contact", "information.rights@example.org",
                "startDate", ProjectFixture.firstDay().toString(),
                "reviewYears", "2",
                "signOffRule", Map.of("kind", "all")));
        return answers;
    }

    /** No to every question; the support needs remain, one criterion of the guidelines. */
    public static Map<String, Object> nothingInScreening() {
        var answers = new HashMap<String, Object>(Map.of("automatedDecisions", "none"));
        for (var question : List.of(
                "profiling",
                "ai",
                "deniesService",
                "monitoring",
                "tracking",
                "invisible",
                "innovative",
                "physicalHarm",
                "ethicsAsked")) {
            answers.put(question, "false");
        }
        return answers;
    }

    /** The signatory goes on without a DPIA, as was advised. */
    static Map<String, Object> withoutDpia() {
        return Map.of("dpiaNeeded", "false", "role", "SIRO");
    }

    /** A breach could endanger somebody: a DPIA is required. */
    static Map<String, Object> harmInScreening() {
        return with(nothingInScreening(), "physicalHarm", "true");
    }

    /** Artificial intelligence proposes decisions: the ethics panel advises and the public is told of the tool. */
    static Map<String, Object> algorithmInScreening() {
        return with(harmInScreening(), "automatedDecisions", "support", "ai", "true", "algorithmicTool", "true");
    }

    static Map<String, Object> algorithm() {
        return Map.of(
                "name", "Early help score",
                "how", "It sorts households by arrears; a housing officer decides.",
                "why", "To offer help in time.",
                "email", "housing@example.org");
    }

    static Map<String, Object> ethicsAdvice() {
        return with(
                texts(
                        "transparency",
                        "accountability",
                        "fairness",
                        "privacy",
                        "safety",
                        "societalImpact",
                        "sustainability",
                        "tradeOffs",
                        "summary"),
                "advice",
                "support");
    }

    /** The sections of the DPIA that are written side by side, by task. */
    static Map<String, Map<String, Object>> dpiaSections() {
        var sections = new LinkedHashMap<String, Map<String, Object>>();
        sections.put("Task_DpiaNeed", texts("aims", "processing", "whyNeeded", "contact"));
        sections.put("Task_DpiaNature", texts("handling", "sources", "sharing"));
        sections.put("Task_DpiaScope", texts("informationKind", "amount", "kept", "individuals", "area"));
        sections.put(
                "Task_DpiaContext",
                texts(
                        "relationship",
                        "control",
                        "expectation",
                        "vulnerable",
                        "concerns",
                        "technology",
                        "publicConcern"));
        sections.put("Task_DpiaPurposes", texts("purpose", "effect", "benefits"));
        sections.put("Task_DpiaConsult", dpiaConsultation());
        sections.put(
                "Task_DpiaNecessity",
                texts(
                        "lawfulBasis",
                        "achieves",
                        "otherWay",
                        "functionCreep",
                        "quality",
                        "informing",
                        "rights",
                        "transfers"));
        return sections;
    }

    private static Map<String, Object> texts(String... fields) {
        var answers = new HashMap<String, Object>();
        for (var field : fields) {
            answers.put(field, "What there is to say about " + field + ".");
        }
        return answers;
    }

    static Map<String, Object> dpiaConsultation() {
        return Map.of(
                "asksIndividuals", "true",
                "views", "The tenants' panel asked for a plain letter.",
                "internal", "Housing options and information security.",
                "experts", "The combined authority's architect.",
                "advisers", List.of());
    }

    static Map<String, Object> risks(String residualLikelihood, String residualSeverity) {
        return Map.of(
                "risks",
                List.of(Map.of(
                        "source", "A list sent to the wrong partner",
                        "impact", "Neighbours learn of arrears",
                        "likelihood", "probable",
                        "severity", "severe",
                        "measure", "Transfer to named mailboxes only",
                        "effect", "reduced",
                        "residualLikelihood", residualLikelihood,
                        "residualSeverity", residualSeverity,
                        "owner", "lead")));
    }

    /** Every section is acceptable, except those that are sent back. */
    static Map<String, Object> advice(String advice, String... toFix) {
        var answers =
                new HashMap<String, Object>(Map.of("advice", advice, "summary", "The measures are fit for the risks."));
        for (var section :
                List.of("need", "nature", "scope", "context", "purposes", "consultation", "necessity", "risks")) {
            answers.put(
                    section,
                    List.of(toFix).contains(section)
                            ? Map.of("mark", "to-fix", "comment", "Say more about the " + section + ".")
                            : Map.of("mark", "acceptable"));
        }
        return answers;
    }

    /** The processing can go ahead on a condition, which is followed up. */
    static Map<String, Object> conditions(String what) {
        return with(
                advice("accept-with-conditions"),
                "scope",
                Map.of(
                        "mark",
                        "improvable",
                        "comment",
                        what,
                        "owner",
                        "lead",
                        "due",
                        LocalDate.now().plusMonths(2).toString()));
    }

    static Map<String, Object> objection(String decision, String... sections) {
        return withSections(
                Map.of(
                        "decision", decision,
                        "reasons", "Discussed with the data protection officer.",
                        "role", "SIRO"),
                sections);
    }

    /** The lead revises what is shared, the arrangements or sections of the DPIA. */
    static Map<String, Object> revision(String what, String... sections) {
        return withSections(Map.of("revise", what, "response", "We changed what you asked for."), sections);
    }

    /** The question for sections is hidden, and so not answered, where there are none. */
    private static Map<String, Object> withSections(Map<String, Object> answers, String... sections) {
        return sections.length == 0 ? answers : with(answers, "sections", List.of(sections));
    }

    static Map<String, Object> dpiaDecision(String decision) {
        return Map.of(
                "decision", decision,
                "reasons", "As discussed with the data protection officer.",
                "departsFromViews", "false",
                "approverRole", "SIRO",
                "keptUnderReviewBy", "Head of housing options");
    }

    /** Instead of a decision. */
    static Map<String, Object> question() {
        return Map.of("decision", "ask", "question", "Which system is meant?");
    }
}
