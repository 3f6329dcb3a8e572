package gm.sharing.journey;

import gm.sharing.Dates;
import gm.sharing.document.Wording;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.wording.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a project waits for first, in short.
 *
 * @param begins the sentence that goes on with whom
 * @param whom one role or person, or the organisations that the same is asked of
 * @param task what they have to do, as the model names it
 * @param when since when, and until when
 * @param others how many other tasks are open that the person may know of
 */
record WaitsFor(String begins, String whom, String task, String when, boolean overdue, long others) {

    private static final Words WORDS = Words.in("journey/waiting");

    private static final int NAMED = 3;

    /**
     * As a project's page tells it.
     *
     * @param open what the person may know of, oldest first
     * @param everybody whether the person may know of what each partner has to do
     * @return null when nothing is open
     */
    static @Nullable WaitsFor of(List<ProjectRecord.Waiting> open, boolean everybody, Instant now) {
        ProjectRecord.Waiting first = ProjectRecord.mostUrgent(open);
        if (first == null) {
            return null;
        }
        List<ProjectRecord.Waiting> alike = alike(first, open);
        List<String> partners = alike.stream()
                .flatMap(one -> Stream.ofNullable(one.partner()))
                .distinct()
                .toList();
        return new WaitsFor(
                begins(everybody, partners),
                partners.size() > 1 ? organisations(partners, partners.size()) : first.forWhom(),
                first.task(),
                when(first.began(), first.by()),
                isOver(first.by(), now),
                open.size() - alike.size());
    }

    /** Others may hold the project up just as well, of which the person may not know. */
    private static String begins(boolean everybody, List<String> partners) {
        if (everybody || partners.isEmpty()) {
            return WORDS.text("waits-for");
        }
        return WORDS.text(partners.size() > 1 ? "waits-at-several" : "waits-at-yours");
    }

    /** What is the same task, for other organisations. */
    private static List<ProjectRecord.Waiting> alike(ProjectRecord.Waiting first, List<ProjectRecord.Waiting> open) {
        return first.partner() == null
                ? List.of(first)
                : open.stream()
                        .filter(one -> one.partner() != null && one.task().equals(first.task()))
                        .toList();
    }

    /**
     * As a list of projects tells it.
     *
     * @param names of the organisations
     * @param leader the name of the organisation that leads
     * @return null when nothing is open that the person may know of
     */
    static @Nullable WaitsFor of(
            List<ListedTask> open, Map<OrganisationCode, String> names, String leader, Instant now) {
        List<ListedTask> seen =
                open.stream().filter(task -> task.since() != null).toList();
        ListedTask first = seen.stream()
                .min(Comparator.comparing(ListedTask::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(task -> Objects.requireNonNull(task.since())))
                .orElse(null);
        return first == null
                ? null
                : new WaitsFor(
                        WORDS.text("waits-for"),
                        whom(first, names, leader),
                        first.name(),
                        when(Objects.requireNonNull(first.since()), first.due()),
                        isOver(first.due(), now),
                        seen.stream().mapToLong(ListedTask::seen).sum() - first.seen());
    }

    private static String whom(ListedTask task, Map<OrganisationCode, String> names, String leader) {
        List<String> parts = task.parts().stream()
                .map(part -> names.getOrDefault(part, part.value()))
                .toList();
        if (parts.size() > 1) {
            return organisations(parts, task.seen());
        }
        String role = task.role() == null ? WORDS.text("whoever") : task.role();
        return Stream.concat(
                        Stream.of(role),
                        task.forLead()
                                ? Stream.of(leader)
                                : task.perOrganisation() ? parts.stream() : Stream.<String>empty())
                .reduce((one, other) -> WORDS.text("role-of", Map.of("role", one, "organisation", other)))
                .orElse(role);
    }

    private static String organisations(List<String> named, long all) {
        return named.size() == all && all <= NAMED
                ? Wording.and(named)
                : WORDS.text("and-more", Map.of("organisation", named.get(0), "count", all - 1));
    }

    private static String when(Instant since, @Nullable Instant due) {
        return due == null
                ? WORDS.text("since", Map.of("since", Dates.day(since)))
                : WORDS.text("since-and-due", Map.of("since", Dates.day(since), "due", Dates.day(due)));
    }

    private static boolean isOver(@Nullable Instant due, Instant now) {
        return due != null && due.isBefore(now);
    }
}
