package gm.sharing.directory;

import gm.sharing.Dates;
import gm.sharing.PlainText;
import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Successions;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.project.StartableProjects;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What leads ask for and administrators answer, when the directory does not have an organisation. Each is an event. */
@Service
@Transactional
public class MissingOrganisations {

    private static final Words EVENTS = Words.in("directory/events");
    private static final Words WORDS = Words.in("directory/missing");

    private final StoredMissingOrganisations missing;
    private final Projects projects;
    private final StartableProjects startable;
    private final Directory directory;
    private final Successions successions;
    private final AskAdministrators administrators;
    private final AuditTrail trail;
    private final Clock clock;

    MissingOrganisations(
            StoredMissingOrganisations missing,
            Projects projects,
            StartableProjects startable,
            Directory directory,
            Successions successions,
            AskAdministrators administrators,
            AuditTrail trail,
            Clock clock) {
        this.missing = missing;
        this.projects = projects;
        this.startable = startable;
        this.directory = directory;
        this.successions = successions;
        this.administrators = administrators;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Asks the service's administrators for an organisation. The project goes on in the meantime.
     *
     * @param typed on the page, by the key of its field
     * @throws Refused when somebody else leads the project or it was given up, when something typed will not do, when the
     *     directory has the organisation, or when it was asked for in this project already
     */
    public MissingOrganisation ask(ProjectReference reference, Map<String, List<String>> typed, Person by) {
        // Whoever presses twice asks once.
        startable.hold(reference);
        SharingProject project = projects.ledBy(reference, by);
        if (project.status().isGivenUp()) {
            throw new Refused(WORDS.text("given-up"));
        }
        Given given = Given.of(MissingFact.ALL, typed);
        MissingOrganisation asked = new MissingOrganisation(reference, given, By.of(by, clock.instant()));
        mustBeMissing(asked.plainName());
        alike(asked.plainName())
                .filter(other -> other.project().equals(reference))
                .findFirst()
                .ifPresent(same -> {
                    throw Refused.of(
                            MissingFact.NAME.key(),
                            WORDS.text(
                                    "asked-already",
                                    Map.of("day", Dates.day(same.asked().on()))));
                });
        MissingOrganisation kept = missing.save(asked);
        record(kept, "organisation.asked-for", EVENTS.text("asked-for", Map.of("name", kept.name())), by);
        administrators.begin(kept);
        return kept;
    }

    /** Whoever is in the directory, under this or a former name, can be chosen at once. */
    private void mustBeMissing(String plainName) {
        directory.called(plainName).ifPresent(there -> {
            throw Refused.of(
                    MissingFact.NAME.key(),
                    successions
                            .instead(there)
                            .orElseGet(() -> WORDS.text("there-already", Map.of("name", there.name()))));
        });
    }

    private Stream<MissingOrganisation> alike(String plainName) {
        return missing.findByPlainNameAndOutcomeIsNullOrderById(plainName).stream();
    }

    /** How many other projects wait for an organisation of the same name. */
    @Transactional(readOnly = true)
    public long others(MissingOrganisation asked) {
        return alike(asked.plainName())
                .filter(other -> other.id() != asked.id())
                .count();
    }

    /** What waits for the service's administrators, in words; empty when nothing does. */
    @Transactional(readOnly = true)
    public Optional<String> waiting() {
        long count = missing.countByOutcomeIsNull();
        return count == 0
                ? Optional.empty()
                : Optional.of(count == 1 ? WORDS.text("one-waits") : WORDS.text("some-wait", Map.of("count", count)));
    }

    /** What was asked for in a project, in its order. */
    @Transactional(readOnly = true)
    public List<MissingOrganisation> of(ProjectReference reference) {
        return missing.findByProjectOrderById(reference.value());
    }

    @Transactional(readOnly = true)
    public MissingOrganisation get(long id) {
        return missing.findById(id).orElseThrow();
    }

    /**
     * Keeps what an administrator answers.
     *
     * @return the organisation that was meant; empty when it was not added
     * @throws Refused when the directory has no such organisation, or one that is part of another one
     */
    public Optional<Organisation> answer(long id, MissingOrganisationAnswer answer, Person by) {
        MissingOrganisation asked = get(id);
        boolean added = answer.missingOutcome() != MissingOutcome.NOT_ADDED;
        Organisation there = added ? named(answer.organisation()) : null;
        if (!added && PlainText.isBlank(answer.reason())) {
            throw Refused.of("reason", WORDS.text("say-why"));
        }
        asked.settle(
                answer.missingOutcome(),
                there == null ? null : there.code(),
                added ? null : answer.reason(),
                By.of(by, clock.instant()));
        record(asked, "organisation.asked-for-answered", words(asked, answer, there), by);
        return Optional.ofNullable(there);
    }

    private Organisation named(@Nullable String code) {
        Organisation there = Optional.ofNullable(code)
                .map(String::strip)
                .filter(OrganisationCode::isOne)
                .map(OrganisationCode::new)
                .flatMap(directory::find)
                .orElseThrow(() -> Refused.of("organisation", WORDS.text("no-such-code")));
        successions.instead(there).ifPresent(instead -> {
            throw Refused.of("organisation", instead);
        });
        return there;
    }

    private static String words(
            MissingOrganisation asked, MissingOrganisationAnswer answer, @Nullable Organisation there) {
        return there == null
                ? EVENTS.text(
                        "asked-for-not-added", Map.of("name", asked.name(), "reason", String.valueOf(answer.reason())))
                : EVENTS.text(
                        answer.missingOutcome() == MissingOutcome.ADDED ? "asked-for-added" : "asked-for-there",
                        Map.of("name", asked.name(), "organisation", there.name()));
    }

    /** For the lead organisation and the Board, whatever becomes of the project. */
    private void record(MissingOrganisation asked, String type, String what, Person by) {
        trail.record(
                asked.project().value(),
                by.id(),
                type,
                what,
                projects.headline(asked.project()).leadOrganisation());
    }
}
