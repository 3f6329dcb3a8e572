package gm.sharing.steps.signoff;

import gm.sharing.Dates;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.Grounds;
import gm.sharing.signoff.QuestionToLead;
import gm.sharing.signoff.ReviewAnswers;
import gm.sharing.signoff.Round;
import gm.sharing.signoff.SectionNames;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.StatedCondition;
import gm.sharing.signoff.Statement;
import gm.sharing.signoff.Step;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Markdown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in forms what partners decided, and who said what for them. */
@Component
public class SignOffTexts {

    private static final Words WORDS = Words.in("sign-off/statement");

    private final Directory directory;
    private final Grounds grounds;
    private final SectionNames sections;

    SignOffTexts(Directory directory, Grounds grounds, SectionNames sections) {
        this.directory = directory;
        this.grounds = grounds;
        this.sections = sections;
    }

    /** Everything that the partner's people said, in Markdown; empty when nobody said anything yet. */
    public String statements(SignOff signOff) {
        UnaryOperator<String> names = sections.of(signOff);
        return each(signOff, said -> decision(said) + comments(said, names)) + keptConditions(signOff);
    }

    /** The same without the comments, for where they stand under their sections. */
    public String decisions(SignOff signOff) {
        return each(signOff, this::decision);
    }

    private String each(SignOff signOff, Function<Statement, String> words) {
        String party = directory.nameOf(signOff.partner());
        return signOff.said().all().stream()
                .map(said -> words.apply(said) + besides(said.besides(), party))
                .collect(Collectors.joining("\n\n"));
    }

    private static String keptConditions(SignOff signOff) {
        return signOff.said().reviews().keepEarlierConditions() ? "\n\n" + WORDS.text("kept-conditions") : "";
    }

    /** The position on the lead organisation's assessment, the policy document and what else a review says. */
    private static String besides(ReviewAnswers said, String party) {
        List<String> parts = new ArrayList<>();
        if (said.position() != null) {
            parts.add("**%s**".formatted(said.position().taken().label()));
        }
        said.inItsWords(party).forEach(words -> add(parts, Markdown.plain(words.name()), words.answer()));
        if (said.policyDocument() != null) {
            parts.add(WORDS.text(
                    "policy-document",
                    Map.of(
                            "title",
                            Markdown.plain(said.policyDocument().title()),
                            "date",
                            Dates.day(said.policyDocument().reviewOn()))));
        }
        return parts.stream().map("\n\n"::concat).collect(Collectors.joining());
    }

    /** One row for each sign-off, for a table with the columns {@code partner}, {@code state} and {@code notes}. */
    public List<Map<String, String>> rows(Collection<SignOff> signOffs) {
        Map<String, UnaryOperator<String>> names = new HashMap<>();
        return signOffs.stream()
                .map(signOff -> Map.of(
                        "partner",
                        directory.nameOf(signOff.partner()),
                        "state",
                        signOff.isLate()
                                ? WORDS.text(
                                        "late", Map.of("state", signOff.state().label()))
                                : signOff.state().label(),
                        "notes",
                        notes(
                                signOff,
                                names.computeIfAbsent(signOff.agreedVersion(), version -> sections.of(signOff)))))
                .toList();
    }

    private String notes(SignOff signOff, UnaryOperator<String> names) {
        return signOff.decisive()
                .map(said -> Stream.of(
                                said.conditions().stream().map(StatedCondition::words),
                                said.comments().stream()
                                        .map(comment -> names.apply(comment.section()) + ": " + comment.text()),
                                ground(said).stream(),
                                Stream.ofNullable(said.provision()))
                        .flatMap(texts -> texts)
                        .collect(Collectors.joining(" · ")))
                .orElse("");
    }

    /** A link to the version of the agreement that the round is about, in Markdown. */
    public String document(Round round) {
        return "[%s](/projects/%s/agreement/%s)"
                .formatted(
                        WORDS.text("document", Map.of("version", round.agreedVersion())),
                        round.reference(),
                        round.agreedVersion());
    }

    /** The name of an organisation, in Markdown. */
    public String name(OrganisationCode organisation) {
        return Markdown.plain(directory.nameOf(organisation));
    }

    /** The day as people write it. */
    public String day(Instant instant) {
        return Dates.weekday(instant);
    }

    /** Who asked what and when, in Markdown. */
    String question(QuestionToLead question) {
        return said("asked", question.by(), question.text());
    }

    /** What the partner's people asked the lead and what the lead said, in Markdown; empty when nobody asked. */
    String questions(SignOff signOff) {
        return signOff.questions().all().stream()
                .map(question -> question(question) + answer(question))
                .collect(Collectors.joining("\n\n"));
    }

    private String answer(QuestionToLead question) {
        var answer = question.answer();
        return answer == null ? "" : "\n\n" + said("answered", answer.by(), answer.text());
    }

    private String said(String key, By by, String text) {
        return WORDS.text(key, Map.of("person", Markdown.plain(by.name()), "date", day(by.at()))) + "\n\n"
                + Markdown.quoted(text);
    }

    /** Who said it, in which role and when, in Markdown. */
    String speaker(Statement said) {
        return WORDS.text(
                "speaker",
                Map.of(
                        "who",
                        who(said),
                        "person",
                        Markdown.plain(person(said)),
                        "date",
                        day(said.speaker().by().at())));
    }

    private String decision(Statement said) {
        List<String> parts = new ArrayList<>();
        parts.add("%s: **%s**".formatted(speaker(said), decided(said.step(), said.decision())));
        said.speaker().actedAs().words(directory::nameOf).forEach(words -> parts.add(Markdown.plain(words)));
        said.conditions().forEach(condition -> parts.add(condition(condition)));
        add(parts, WORDS.text("ground"), ground(said).orElse(null));
        add(parts, WORDS.text("provision"), said.provision());
        return String.join("\n\n", parts);
    }

    private Optional<String> ground(Statement said) {
        return Optional.ofNullable(said.refusalGround()).map(grounds::inWords);
    }

    private static String comments(Statement said, UnaryOperator<String> names) {
        return said.comments().stream()
                .map(comment -> "\n\n"
                        + WORDS.text("comment", Map.of("section", Markdown.plain(names.apply(comment.section()))))
                        + "\n\n"
                        + Markdown.quoted(comment.text()))
                .collect(Collectors.joining());
    }

    private static String condition(StatedCondition condition) {
        var words = WORDS.text("condition") + "\n\n" + Markdown.quoted(condition.text());
        return condition.obligation().isEmpty()
                ? words
                : words + "  \n> " + WORDS.text("owner", Map.of("owner", Markdown.plain(condition.obligation())));
    }

    private static String person(Statement said) {
        var role = said.speaker().role();
        return role == null ? said.speaker().by().name() : said.speaker().by().name() + " (" + role + ")";
    }

    private static String who(Statement said) {
        return said.step() == Step.SECOND_SIGNATURE
                ? WORDS.text("second-signatory")
                : said.saidAs().label();
    }

    private static String decided(Step step, Decision decision) {
        if (step == Step.WITHDRAWAL) {
            return WORDS.text("withdrew");
        }
        if (step == Step.SIGNATURE || step == Step.SECOND_SIGNATURE || !decision.isSignature()) {
            return decision.label();
        }
        if (step == Step.CONFIDENTIAL_USE) {
            return WORDS.text("agreed");
        }
        return WORDS.text(decision == Decision.SIGN ? "advises-to-sign" : "advises-to-sign-on-conditions");
    }

    private static void add(List<String> parts, String title, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            parts.add(title + ":\n\n" + Markdown.quoted(words));
        }
    }
}
