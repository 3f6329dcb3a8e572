package gm.sharing.journeys;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a partner answers in its review and its signature. */
public abstract class PartnersAnswers {

    PartnersAnswers() {}

    public static Map<String, Object> review(String decision) {
        return switch (decision) {
            case "sign-with-conditions" ->
                Map.of(
                        "decision",
                        decision,
                        "conditions",
                        List.of(Map.of(
                                "text", "Staff are trained before the start.",
                                "owner", "lead",
                                "due", LocalDate.now().plusMonths(3).toString())));
            case "request-changes" ->
                Map.of("decision", decision, "comments", List.of(comment("retention", "Say how long needs are kept.")));
            case "refuse" -> refusal();
            default -> Map.of("decision", decision);
        };
    }

    static Map<String, Object> comment(String section, String text) {
        return Map.of("section", section, "text", text);
    }

    /** The review of an organisation that names its own policy document, and signs. */
    static Map<String, Object> policyDocument() {
        return with(
                review("sign"),
                "policyDocument",
                "Policy on special category data of Bury",
                "policyReview",
                LocalDate.now().plusMonths(6).toString());
    }

    static Map<String, Object> adopting() {
        return with(policyDocument(), "dpiaPosition", "adopt");
    }

    static Map<String, Object> adapting() {
        return with(policyDocument(), "dpiaPosition", "adapt", "adaptation", "We keep the letters for one year.");
    }

    static Map<String, Object> dissenting() {
        return with(
                review("request-changes"),
                "dpiaPosition",
                "dissent",
                "dissent",
                "The risk to people in hostels is not assessed.");
    }

    static Map<String, Object> refusal() {
        return Map.of(
                "decision", "refuse",
                "refusalGround", "no-lawful-basis",
                "provision", "UK GDPR, Article 6: we find no basis for support needs.");
    }

    /** The lead's answer to a question. */
    static Map<String, Object> answer() {
        return Map.of("answer", "The one of the council.");
    }

    static Map<String, Object> countersignature(String decision) {
        return with(review(decision), "role", "Chief executive", "confirmed", true);
    }

    public static Map<String, Object> signature(String decision) {
        return with(review(decision), "role", "SIRO", "confirmed", true);
    }

    public static Map<String, Object> with(Map<String, Object> answers, Object... more) {
        var all = new HashMap<>(answers);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }
}
