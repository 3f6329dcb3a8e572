package gm.sharing.agreement;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.document.CanonicalContent;
import gm.sharing.document.Change;
import gm.sharing.document.Digest;
import gm.sharing.document.FieldChange;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Successions;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agreements: drafted version by version, published once every partner signed. */
@Service
@Transactional
public class Agreements {

    private static final Words EVENTS = Words.in("agreement/events");

    private static final int MOST_WORDS = 20;

    private final StoredVersions versions;
    private final AgreementDocuments documents;
    private final StoredAgreements agreements;
    private final Drafts drafts;
    private final Successions successions;
    private final Projects projects;
    private final SignOffs signOffs;
    private final AuditTrail trail;
    private final Clock clock;

    Agreements(
            StoredVersions versions,
            AgreementDocuments documents,
            StoredAgreements agreements,
            Drafts drafts,
            Successions successions,
            Projects projects,
            SignOffs signOffs,
            AuditTrail trail,
            Clock clock) {
        this.versions = versions;
        this.documents = documents;
        this.agreements = agreements;
        this.drafts = drafts;
        this.successions = successions;
        this.projects = projects;
        this.signOffs = signOffs;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Makes the next version from what the project, its DPIA and the directory say now.
     *
     * @throws Refused when the project is not described in full
     */
    public AgreementVersion draft(ProjectReference reference) {
        SharingProject project = projects.get(reference);
        int ordinal = newest(reference).map(version -> version.ordinal() + 1).orElse(0);
        Instant now = clock.instant();
        AgreementContent content = documents.framed(drafts.of(project).content(AgreementVersion.number(ordinal)), now);
        AgreementVersion version =
                versions.save(new AgreementVersion(reference, ordinal, CanonicalContent.of(content), now));
        documents.draft(version);
        trail.record(
                reference.value(),
                Event.SYSTEM,
                "agreement.drafted",
                EVENTS.text("drafted", Map.of("version", version.number())));
        return version;
    }

    /**
     * The newest version.
     *
     * @throws Refused when nothing was drafted yet
     */
    @Transactional(readOnly = true)
    public AgreementVersion latest(ProjectReference reference) {
        return newest(reference).orElseThrow(() -> nothingDrafted(reference));
    }

    private static Refused nothingDrafted(ProjectReference reference) {
        return new Refused("No agreement was drafted for " + reference + " yet.");
    }

    /**
     * The number of the newest version.
     *
     * @throws Refused when nothing was drafted yet
     */
    @Transactional(readOnly = true)
    public String latestNumber(ProjectReference reference) {
        return newestNumber(reference).orElseThrow(() -> nothingDrafted(reference));
    }

    /** The number of the newest version; empty when nothing is drafted yet. */
    @Transactional(readOnly = true)
    public Optional<String> newestNumber(ProjectReference reference) {
        return versions.findNewestOrdinal(reference.value()).map(AgreementVersion::number);
    }

    /**
     * The version with this number.
     *
     * @throws Refused when there is none
     */
    @Transactional(readOnly = true)
    public AgreementVersion version(ProjectReference reference, String number) {
        return versions(reference).stream()
                .filter(version -> version.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new Refused("%s has no version %s.".formatted(reference, number)));
    }

    /** All versions, oldest first. */
    @Transactional(readOnly = true)
    public List<AgreementVersion> versions(ProjectReference reference) {
        return versions.findByReferenceOrderByOrdinal(reference.value());
    }

    /** What differs between two versions, in the order of the newer document. */
    @Transactional(readOnly = true)
    public List<Change> changes(ProjectReference reference, String from, String to) {
        return version(reference, to)
                .content()
                .changesSince(version(reference, from).content());
    }

    /** The same question by question, with what each said before and says now. */
    @Transactional(readOnly = true)
    public List<FieldChange> fieldChanges(ProjectReference reference, String from, String to) {
        return version(reference, to)
                .content()
                .fieldChangesSince(version(reference, from).content());
    }

    /** The document as accessible HTML: an article without the page around it. */
    @Transactional(readOnly = true)
    public String html(AgreementVersion version) {
        return documents.of(version).html();
    }

    /** The document as tagged PDF. */
    @Transactional(readOnly = true)
    public byte[] pdf(AgreementVersion version) {
        return documents.of(version).pdf();
    }

    /**
     * Publishes the newest version with the signatures of all partners that were asked. Safe to repeat: an agreement that is already
     * published stays as it is.
     *
     * @throws IllegalStateException when a partner was asked and has not signed, or the sharing has ended already
     */
    public Agreement publish(ProjectReference reference) {
        return find(reference).orElseGet(() -> publish(projects.get(reference), latest(reference)));
    }

    /**
     * Published agreements that hold all these words or have them as reference, by title; all of them without words.
     *
     * @param status which they have today; empty for any
     */
    @Transactional(readOnly = true)
    public Page<Agreement> published(String words, Optional<AgreementStatus> status, Pageable page) {
        return agreements.holding(
                sought(words).stream()
                        .collect(Collectors.toMap(word -> word, partiesCalled(words), (one, same) -> one)),
                status,
                LocalDate.now(clock),
                page);
    }

    /** Which of these have ended. One statement. */
    @Transactional(readOnly = true)
    public Set<ProjectReference> ended(Collection<ProjectReference> published) {
        return agreements
                .findEnded(published.stream().map(ProjectReference::value).toList(), LocalDate.now(clock))
                .stream()
                .map(ProjectReference::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The published agreements that are to be reviewed next, those first whose review is overdue. One that ends before its review
     * is not among them.
     *
     * @param most how many at most
     */
    @Transactional(readOnly = true)
    public List<NextReview> nextReviews(int most) {
        return agreements.findNextReviews(LocalDate.now(clock), Limit.of(most));
    }

    /** Whether an agreement was ever published. */
    @Transactional(readOnly = true)
    public boolean areAny() {
        return agreements.existsByReferenceNotNull();
    }

    /** By word, the codes of organisations that are called so today or were before. */
    private Function<String, Set<String>> partiesCalled(String typed) {
        Map<String, String> names = new HashMap<>();
        if (!typed.isBlank()) {
            successions
                    .everyName()
                    .forEach((code, called) -> names.put(code, PlainLetters.of(String.join("\n", called))));
        }
        return word -> names.entrySet().stream()
                .filter(name -> name.getValue().contains(word))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<String> sought(String typed) {
        String plain = PlainLetters.of(typed).strip();
        var words = plain.isEmpty() ? List.<String>of() : List.of(plain.split("\\s+"));
        if (words.size() > MOST_WORDS) {
            throw Refused.of("words", "look for at most %d at once.".formatted(MOST_WORDS));
        }
        return words;
    }

    /** The published agreement, also when it has ended. */
    @Transactional(readOnly = true)
    public Optional<Agreement> find(ProjectReference reference) {
        return agreements.findByReference(reference.value());
    }

    /** The published agreement whose PDF, or whose content as it was digested, has this digest; drafts are not told of. */
    @Transactional(readOnly = true)
    public Optional<Agreement> find(Digest digest) {
        return agreements.findByDigest(digest.value());
    }

    private Agreement publish(SharingProject project, AgreementVersion version) {
        Map<OrganisationCode, SignOff> asked = signOffs.of(project.reference()).stream()
                .collect(Collectors.toMap(SignOff::partner, Function.identity(), (earlier, later) -> later));
        project.partners().stream()
                .flatMap(partner -> Stream.ofNullable(asked.get(partner.organisation())))
                .filter(signOff -> !signOff.isSigned())
                .forEach(signOff -> {
                    throw new IllegalStateException(signOff.partner() + " has not signed " + project.reference());
                });
        Draft draft = drafts.of(project);
        LocalDate today = LocalDate.now(clock);
        if (draft.arrangements().hasEnded(today)) {
            throw new IllegalStateException("%s ended on %s, before it was published."
                    .formatted(project.reference(), draft.arrangements().lastDay()));
        }
        Agreement agreement =
                agreements.save(new Agreement(version, draft.leader(), draft.arrangements(), clock.instant(), today));
        documents.publish(agreement);
        trail.record(
                project.reference().value(),
                Event.SYSTEM,
                "agreement.published",
                EVENTS.text("published", Map.of("version", version.number(), "date", Dates.day(agreement.startsOn()))));
        return agreement;
    }

    private Optional<AgreementVersion> newest(ProjectReference reference) {
        return versions.findFirstByReferenceOrderByOrdinalDesc(reference.value());
    }
}
