package gm.sharing.steps.dpia;

import static java.util.stream.Collectors.joining;

import gm.sharing.code.CodesInForce;
import gm.sharing.dpia.Criterion;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.project.DataKinds;
import gm.sharing.project.Flow;
import gm.sharing.project.FlowWords;
import gm.sharing.project.Law;
import gm.sharing.project.Needs;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.question.Answers;
import gm.sharing.steps.screening.ProjectFacts;
import gm.sharing.steps.screening.SaidOfProject;
import gm.sharing.wording.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** First answers for the assessment from what the lead already said about the project. */
@Component
class Suggestions {

    private static final Words WORDS = Words.in("dpia/situation");

    private static final Pattern TRAILING_STOP = Pattern.compile("[.\\s]+$");

    private final Projects projects;
    private final Dpias dpias;
    private final ProjectFacts facts;
    private final Directory directory;
    private final People people;
    private final CodesInForce codes;
    private final Answers answers;

    Suggestions(
            Projects projects,
            Dpias dpias,
            ProjectFacts facts,
            Directory directory,
            People people,
            CodesInForce codes,
            Answers answers) {
        this.answers = answers;
        this.projects = projects;
        this.dpias = dpias;
        this.facts = facts;
        this.directory = directory;
        this.people = people;
        this.codes = codes;
    }

    /** By field of the form dpia-need. */
    Map<String, Object> need(ProjectReference reference) {
        SharingProject project = projects.get(reference);
        Map<String, Object> values = new HashMap<>();
        people.find(project.lead()).ifPresent(lead -> values.put("contact", contact(lead)));
        put(values, "aims", project.proposal().vision());
        put(values, "whyNeeded", dpias.get(reference).screeningResult().reason().orElse(null));
        return values;
    }

    private static String contact(Person lead) {
        return lead.email().isEmpty() ? lead.name() : lead.name() + ", " + lead.email();
    }

    /** By field of the form dpia-nature. */
    Map<String, Object> nature(ProjectReference reference) {
        SharingProject project = projects.get(reference);
        Map<String, Object> values = new HashMap<>();
        put(
                values,
                "highRisk",
                list(dpias.get(reference).criteria().stream()
                        .map(Criterion::inWords)
                        .toList()));
        put(values, "sources", list(providers(project)));
        Law law = law();
        put(
                values,
                "sharing",
                fitted(project.flows().stream().map(flow -> route(flow, law)).toList()));
        Map<String, String> arranged = arranged(reference);
        put(values, "handling", paragraphs(arranged.get("securityMeasures"), arranged.get("deletion")));
        return values;
    }

    /** By field of the form dpia-scope. */
    Map<String, Object> scope(ProjectReference reference) {
        SharingProject project = projects.get(reference);
        Map<String, Object> values = new HashMap<>();
        project.needs().ifPresent(needs -> describe(needs, law().kinds(), values));
        put(values, "kept", arranged(reference).get("retention"));
        return values;
    }

    private static void describe(Needs needs, DataKinds kinds, Map<String, Object> values) {
        put(
                values,
                "informationKind",
                list(needs.dataItems().stream()
                        .map(item -> item.name() + ": " + kinds.words(item))
                        .toList()));
        put(values, "amount", needs.volume());
        put(values, "individuals", needs.dataSubjects());
    }

    /** By field of the form dpia-context. */
    Map<String, Object> context(ProjectReference reference) {
        SaidOfProject said = facts.of(reference);
        Map<String, Object> values = new HashMap<>();
        if (said.isAboutVulnerablePeople()) {
            put(values, "vulnerable", WORDS.text("vulnerable", Map.of("people", said.vulnerableInWords())));
        }
        return values;
    }

    /** By field of the form dpia-purposes. */
    Map<String, Object> purposes(ProjectReference reference) {
        Map<String, Object> values = new HashMap<>();
        projects.get(reference).needs().ifPresent(needs -> {
            put(values, "purpose", needs.purpose());
            put(values, "benefits", needs.benefits());
        });
        return values;
    }

    /** By field of the form dpia-necessity. */
    Map<String, Object> necessity(ProjectReference reference) {
        SharingProject project = projects.get(reference);
        Law law = law();
        Map<String, Object> values = new HashMap<>();
        put(
                values,
                "lawfulBasis",
                fitted(project.flows().stream().map(flow -> basis(flow, law)).toList()));
        project.needs().ifPresent(needs -> put(values, "achieves", needs.necessity()));
        Map<String, String> arranged = arranged(reference);
        put(values, "functionCreep", arranged.get("onwardUse"));
        put(values, "quality", paragraphs(arranged.get("accuracy"), arranged.get("minimisation")));
        put(values, "informing", arranged.get("informing"));
        put(values, "rights", arranged.get("rights"));
        return values;
    }

    private List<String> providers(SharingProject project) {
        return project.flows().stream()
                .flatMap(flow -> flow.from().stream())
                .distinct()
                .map(directory::nameOf)
                .toList();
    }

    private Law law() {
        return new Law(codes.now());
    }

    private Fitting.Item route(Flow flow, Law law) {
        FlowWords words = law.words(flow);
        return new Fitting.Item(
                WORDS.text("route", Map.of("senders", names(flow.from()), "recipients", names(flow.to()))) + " ",
                flow.what(),
                " " + WORDS.text("how", Map.of("method", words.method(), "frequency", words.frequency())));
    }

    private String names(Collection<OrganisationCode> organisations) {
        return organisations.stream().map(directory::nameOf).collect(joining(", "));
    }

    private static Fitting.Item basis(Flow flow, Law law) {
        FlowWords words = law.words(flow);
        return new Fitting.Item(
                "",
                TRAILING_STOP.matcher(flow.what()).replaceFirst(""),
                ": "
                        + Stream.of(
                                        words.article6(),
                                        words.recipientsArticle6(),
                                        words.article9(),
                                        words.schedule1(),
                                        words.schedule8(),
                                        String.join("; ", law.powersInWords(flow)))
                                .filter(part -> !part.isEmpty())
                                .collect(joining("; ")));
    }

    private static @Nullable String fitted(List<Fitting.Item> items) {
        return items.isEmpty() ? null : Fitting.list(items);
    }

    private static @Nullable String list(List<String> items) {
        return items.isEmpty() ? null : "- " + String.join("\n- ", items);
    }

    /** What was said to the questions of the arrangements that no rule reads, by key. */
    private Map<String, String> arranged(ProjectReference reference) {
        return answers.said(reference, "agree-arrangements");
    }

    private static @Nullable String paragraphs(@Nullable String first, @Nullable String second) {
        return Stream.of(first, second)
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + "\n\n" + other)
                .orElse(null);
    }

    private static void put(Map<String, Object> values, String field, @Nullable String text) {
        if (text != null) {
            values.put(field, Fitting.text(text));
        }
    }
}
