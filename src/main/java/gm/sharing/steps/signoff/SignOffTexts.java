package gm.sharing.steps.signoff;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.Grounds;
import gm.sharing.signoff.Question;
import gm.sharing.signoff.ReviewAnswers;
import gm.sharing.signoff.Round;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.StatedCondition;
import gm.sharing.signoff.Statement;
import gm.sharing.signoff.Step;
import gm.sharing.workflow.form.Markdown;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in forms what partners decided, and who said what for them. */
@Component
public class SignOffTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Directory directory;
    private final Grounds grounds;
    private final Clock clock;

    SignOffTexts(Directory directory, Grounds grounds, Clock clock) {
        this.directory = directory;
        this.grounds = grounds;
        this.clock = clock;
    }

    /** Everything that the partner's people said, in Markdown; empty when nobody said anything yet. */
    public String statements(SignOff signOff) {
        return each(signOff, said -> decision(said) + comments(said)) + keptConditions(signOff);
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
        return signOff.said().reviews().keepEarlierConditions()
                ? "\n\nThe conditions of the earlier review still hold, because the later one sets no others."
                : "";
    }

    /** The position on the lead organisation's assessment, the policy document and what else a review says. */
    private static String besides(ReviewAnswers said, String party) {
        List<String> parts = new ArrayList<>();
        if (said.position() != null) {
            parts.add("**%s**".formatted(said.position().taken().label()));
        }
        said.inItsWords(party).forEach(words -> add(parts, Markdown.plain(words.name()), words.answer()));
        if (said.policyDocument() != null) {
            parts.add("Appropriate policy document: %s, to be reviewed by %s"
                    .formatted(
                            Markdown.plain(said.policyDocument().title()),
                            DATE.format(said.policyDocument().reviewOn())));
        }
        return parts.stream().map("\n\n"::concat).collect(Collectors.joining());
    }

    /** One row for each sign-off, for a table with the columns {@code partner}, {@code state} and {@code notes}. */
    public List<Map<String, String>> rows(Collection<SignOff> signOffs) {
        return signOffs.stream()
                .map(signOff -> Map.of(
                        "partner",
                        directory.nameOf(signOff.partner()),
                        "state",
                        signOff.state().label() + (signOff.isLate() ? ", late" : ""),
                        "notes",
                        notes(signOff)))
                .toList();
    }

    private String notes(SignOff signOff) {
        return signOff.decisive()
                .map(said -> Stream.of(
                                said.conditions().stream().map(StatedCondition::words),
                                said.comments().stream().map(comment -> comment.section() + ": " + comment.text()),
                                ground(said).stream(),
                                Stream.ofNullable(said.provision()))
                        .flatMap(texts -> texts)
                        .collect(Collectors.joining(" · ")))
                .orElse("");
    }

    /** A link to the version of the agreement that the round is about, in Markdown. */
    public String document(Round round) {
        return "[Version %s of the agreement](/projects/%s/agreement/%s)"
                .formatted(round.agreedVersion(), round.reference(), round.agreedVersion());
    }

    /** The name of an organisation, in Markdown. */
    public String name(OrganisationCode organisation) {
        return Markdown.plain(directory.nameOf(organisation));
    }

    /** The day as people write it. */
    public String day(Instant instant) {
        return DAY.format(instant.atZone(clock.getZone()));
    }

    /** Who asked what and when, in Markdown. */
    String question(Question question) {
        return "%s asked on %s:\n\n%s"
                .formatted(
                        Markdown.plain(question.by().name()),
                        day(question.by().at()),
                        Markdown.quoted(question.text()));
    }

    /** What the partner's people asked the lead and what the lead said, in Markdown; empty when nobody asked. */
    String questions(SignOff signOff) {
        return signOff.questions().all().stream()
                .map(question -> question(question) + answer(question))
                .collect(Collectors.joining("\n\n"));
    }

    private String answer(Question question) {
        var answer = question.answer();
        return answer == null
                ? ""
                : "\n\n%s answered on %s:\n\n%s"
                        .formatted(
                                Markdown.plain(answer.by().name()),
                                day(answer.by().at()),
                                Markdown.quoted(answer.text()));
    }

    /** Who said it, in which role and when, in Markdown. */
    String speaker(Statement said) {
        return "%s %s, on %s"
                .formatted(
                        who(said),
                        Markdown.plain(person(said)),
                        day(said.speaker().by().at()));
    }

    private String decision(Statement said) {
        List<String> parts = new ArrayList<>();
        parts.add("%s: **%s**".formatted(speaker(said), decided(said.step(), said.decision())));
        said.speaker().actedAs().words(directory::nameOf).forEach(words -> parts.add(Markdown.plain(words)));
        said.conditions().forEach(condition -> parts.add(condition(condition)));
        add(parts, "Ground of the refusal", ground(said).orElse(null));
        add(parts, "Provision cited", said.provision());
        return String.join("\n\n", parts);
    }

    private Optional<String> ground(Statement said) {
        return Optional.ofNullable(said.refusalGround()).map(grounds::inWords);
    }

    private static String comments(Statement said) {
        return said.comments().stream()
                .map(comment -> "\n\nOn “%s”:\n\n%s"
                        .formatted(Markdown.plain(comment.section()), Markdown.quoted(comment.text())))
                .collect(Collectors.joining());
    }

    private static String condition(StatedCondition condition) {
        var words = "Condition:\n\n" + Markdown.quoted(condition.text());
        return condition.obligation().isEmpty()
                ? words
                : words + "  \n> Owner: " + Markdown.plain(condition.obligation());
    }

    private static String person(Statement said) {
        var role = said.speaker().role();
        return role == null ? said.speaker().by().name() : said.speaker().by().name() + " (" + role + ")";
    }

    private static String who(Statement said) {
        return said.step() == Step.SECOND_SIGNATURE
                ? "Second signatory"
                : said.saidAs().label();
    }

    private static String decided(Step step, Decision decision) {
        if (step == Step.WITHDRAWAL) {
            return "Withdrew the signature";
        }
        if (step == Step.SIGNATURE || step == Step.SECOND_SIGNATURE || !decision.isSignature()) {
            return decision.label();
        }
        if (step == Step.CONFIDENTIAL_USE) {
            return "Agreed";
        }
        return decision == Decision.SIGN ? "Advises to sign" : "Advises to sign with conditions";
    }

    private static void add(List<String> parts, String title, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            parts.add(title + ":\n\n" + Markdown.quoted(words));
        }
    }
}
