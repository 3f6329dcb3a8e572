package gm.sharing.workflow.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.RetriedOnConflict;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.SubmittedSize;
import gm.sharing.workflow.form.SubmittedSize.TooMuch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people type into forms until they hand it in, or leave it for long. */
@Service
@Transactional
class FormDrafts {

    /** Whose a draft is that is for all of an office who may take its task. */
    private static final String OFFICE = "*";

    private final StoredFormDrafts drafts;
    private final People people;
    private final ObjectMapper json;
    private final ObjectReader exactly;
    private final Clock clock;
    private final Duration keep;

    /** @param keep how long a draft is kept after it was last saved */
    FormDrafts(
            StoredFormDrafts drafts,
            People people,
            ObjectMapper json,
            Clock clock,
            @Value("${sharing.drafts.keep:60d}") Duration keep) {
        this.drafts = drafts;
        this.people = people;
        this.json = json;
        // Decimals as they were typed.
        this.exactly = json.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
        this.clock = clock;
        this.keep = keep;
    }

    /**
     * A draft as it was saved.
     *
     * @param removed the row that was removed last; null when there is none
     * @param gone the numbers of the steps from which the person went on
     * @param whole whether the person wants to see all questions on one page
     * @param by the name of the colleague who saved it; null when the reader did
     * @param writer the page that was open when it was saved; null when it was left by a button of it
     */
    record Kept(
            ObjectNode answers,
            @Nullable RemovedRow removed,
            int revision,
            Instant savedAt,
            Set<Integer> gone,
            boolean whole,
            @Nullable String by,
            @Nullable Writer writer) {}

    /**
     * Where a draft belongs.
     *
     * @param form the address of the form's page
     * @param shared whether it is for all of an office who may take the task
     */
    record Of(String form, boolean shared) {

        static Of form(Opened form) {
            return new Of(form.address(), form.shared());
        }
    }

    @Transactional(readOnly = true)
    Optional<Kept> find(Of of, Person person) {
        return stored(of, person)
                // What was begun before the office shared it.
                .or(() -> drafts.findByFormAndPerson(of.form(), person.id()))
                .map(draft -> kept(draft, person));
    }

    private Optional<FormDraft> stored(Of of, Person person) {
        return drafts.findByFormAndPerson(of.form(), whose(of, person));
    }

    private static String whose(Of of, Person person) {
        return of.shared() ? OFFICE : person.id();
    }

    /** What the person typed last into a form that is not open any more. */
    @Transactional(readOnly = true)
    Optional<Kept> leftOver(String form, Person person) {
        return drafts.findByFormAndPerson(form, person.id())
                .or(() -> drafts.findByFormAndPerson(form, OFFICE)
                        .filter(draft -> person.id().equals(draft.savedBy())))
                .map(draft -> kept(draft, person));
    }

    /**
     * Saves all that stands in a form.
     *
     * @param revision of the draft that the page was made from; 0 when there was none; -1 to write over whatever there is
     * @param writer the page that is open and goes on; it may not have heard yet what it saved before
     * @param removed what was removed just now; null to leave that as it is
     * @return empty when another page has saved something since
     * @throws TooMuch when it is more than can be handed in
     */
    @RetriedOnConflict
    Optional<Kept> save(
            Of of,
            Person person,
            ObjectNode answers,
            int revision,
            @Nullable Writer writer,
            @Nullable RemovedRow removed) {
        FormDraft draft = stored(of, person).orElse(null);
        if (draft == null) {
            SubmittedSize.check(answers);
            draft = new FormDraft(of.form(), whose(of, person), person.id(), write(answers), clock.instant());
            draft.writtenBy(writer);
            return Optional.of(kept(drafts.saveAndFlush(draft), person));
        }
        if (writer != null && writer.wasOvertakenBy(draft.writer())) {
            return Optional.of(kept(draft, person));
        }
        boolean goesOn = writer != null && writer.isSamePageAs(draft.writer());
        if (!goesOn && revision >= 0 && draft.revision() != revision) {
            return Optional.empty();
        }
        SubmittedSize.check(answers);
        draft.writtenBy(writer);
        draft.save(
                person.id(),
                write(answers),
                removed == null ? null : removed.isNone() ? "" : write(removed),
                clock.instant());
        return Optional.of(kept(drafts.saveAndFlush(draft), person));
    }

    /** Remembers that the person went on from steps of a draft that is there, or began to change them again. */
    @RetriedOnConflict
    void went(Of of, Person person, Collection<Integer> steps, boolean on) {
        stored(of, person).ifPresent(draft -> {
            Set<Integer> gone = new HashSet<>(draft.gone());
            if (on ? gone.addAll(steps) : gone.removeAll(steps)) {
                draft.goneFrom(gone);
            }
        });
    }

    /** Remembers of a draft that is there whether the person wants to see all questions on one page. */
    @RetriedOnConflict
    void showWhole(Of of, Person person, boolean whole) {
        stored(of, person).ifPresent(draft -> draft.whole(whole));
    }

    /** It was handed in. */
    void forget(Of of, Person person) {
        drafts.deleteByFormAndPerson(of.form(), person.id());
        if (of.shared()) {
            drafts.deleteByFormAndPerson(of.form(), OFFICE);
        }
    }

    /** Takes away those that were left for too long. */
    void forgetOld() {
        drafts.deleteBySavedAtBefore(clock.instant().minus(keep));
    }

    private Kept kept(FormDraft draft, Person reader) {
        try {
            return new Kept(
                    (ObjectNode) exactly.readTree(draft.answers()),
                    draft.removed() == null
                            ? null
                            : exactly.forType(RemovedRow.class).readValue(draft.removed()),
                    draft.revision(),
                    draft.savedAt(),
                    draft.gone(),
                    draft.whole(),
                    draft.savedBy() == null || draft.savedBy().equals(reader.id())
                            ? null
                            : people.nameOf(draft.savedBy()),
                    draft.writer());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
