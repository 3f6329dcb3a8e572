package gm.sharing.workflow.page;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody has typed into a form and not handed in. Nobody else sees it, unless it is the draft of an office. */
@Entity
@Table(name = "form_draft")
class FormDraft {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("UnusedVariable") // Read by the database alone, as is the next.
    private String form;

    @SuppressWarnings("UnusedVariable")
    private String person;

    private String answers;

    private @Nullable String removed;

    private @Nullable String savedBy;

    private int revision;

    private @Nullable String page;

    private @Nullable Integer turn;

    private String gone = "";

    private boolean whole;

    private Instant savedAt;

    protected FormDraft() {}

    /**
     * A new one.
     *
     * @param form the address of the form's page
     * @param person whose it is
     * @param by the account of whoever typed it
     */
    FormDraft(String form, String person, String by, String answers, Instant now) {
        this.savedBy = by;
        this.form = form;
        this.person = person;
        this.answers = answers;
        this.savedAt = now;
        this.revision = 1;
    }

    void save(String by, String typed, @Nullable String taken, Instant now) {
        this.savedBy = by;
        this.answers = typed;
        this.removed = taken == null ? removed : taken.isEmpty() ? null : taken;
        this.savedAt = now;
        this.revision++;
    }

    String answers() {
        return answers;
    }

    /** The page that was open when it was saved last; null when it was left by a button of it. */
    @Nullable Writer writer() {
        return page == null || turn == null ? null : new Writer(page, turn);
    }

    void writtenBy(@Nullable Writer writer) {
        this.page = writer == null ? null : writer.page();
        this.turn = writer == null ? null : writer.turn();
    }

    /** The row that was removed last, with its place; null when there is none to put back. */
    @Nullable String removed() {
        return removed;
    }

    /** The account of whoever saved it last; null when it is from before that was kept. */
    @Nullable String savedBy() {
        return savedBy;
    }

    /** The numbers of the steps from which the person went on. */
    Set<Integer> gone() {
        return Arrays.stream(gone.split(",", -1))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    void goneFrom(Set<Integer> steps) {
        this.gone = steps.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Whether the person wants to see all questions on one page. */
    boolean whole() {
        return whole;
    }

    void whole(boolean wanted) {
        this.whole = wanted;
    }

    /** How often it was saved, so that a page that was opened earlier does not write over what was typed later. */
    int revision() {
        return revision;
    }

    Instant savedAt() {
        return savedAt;
    }
}
