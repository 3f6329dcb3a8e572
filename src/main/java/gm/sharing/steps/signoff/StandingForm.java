package gm.sharing.steps.signoff;

import gm.sharing.Dates;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.signoff.Reviews;
import gm.sharing.signoff.SignOff;
import gm.sharing.standing.StandingConditions;
import gm.sharing.standing.TableVersion;
import gm.sharing.standing.Told;
import gm.sharing.standing.ToldCondition;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows reviewers the standing conditions of their organisations, and keeps with each review what was shown. */
@Component
class StandingForm {

    private static final Words WORDS = Words.in("sign-off/standing");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final StandingTables tables;
    private final StandingConditions kept;
    private final Directory directory;

    StandingForm(StandingTables tables, StandingConditions kept, Directory directory) {
        this.tables = tables;
        this.kept = kept;
        this.directory = directory;
    }

    /**
     * What the form shows: of the partner's own, and of the others for whom the same may be answered.
     *
     * @param others by code
     */
    Map<String, Object> shown(FormTask task, Collection<?> others) {
        List<OrganisationCode> all = new ArrayList<>(List.of(task.partner()));
        others.forEach(code -> all.add(new OrganisationCode(code.toString())));
        Map<OrganisationCode, Told> told = tables.say(task.reference(), all);
        Map<OrganisationCode, String> names = told.isEmpty() ? Map.of() : directory.namesOf(told.keySet());
        boolean alone = told.keySet().equals(Set.of(task.partner()));
        List<String> versions = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        told.forEach((organisation, says) -> {
            String name = names.getOrDefault(organisation, organisation.value());
            versions.add(version(name, says.version()));
            says.conditions().forEach(condition -> rows.add(row(condition, alone ? null : name)));
        });
        return Map.of(
                "standingNote",
                told.isEmpty() ? "" : WORDS.text("note") + "\n\n" + String.join("\n", versions),
                "standingConditions",
                rows,
                "standingFrom",
                told.entrySet().stream()
                        .map(one -> token(one.getKey(), one.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private static String version(String organisation, TableVersion version) {
        return WORDS.text(
                "version",
                Map.of(
                        "organisation",
                        Markdown.plain(organisation),
                        "version",
                        version.tag() == null ? version.number() : Markdown.plain(version.tag()),
                        "moment",
                        Dates.moment(version.deployedAt())));
    }

    /** @param organisation whose condition it is, where several have some */
    private static Map<String, Object> row(ToldCondition condition, @Nullable String organisation) {
        String about = condition.about() == null ? WORDS.text("everything") : condition.about();
        return Map.of(
                "condition",
                condition.condition(),
                "answer",
                condition.answer().label(),
                "about",
                organisation == null
                        ? about
                        : WORDS.text("of-organisation", Map.of("organisation", organisation, "about", about)),
                "reason",
                condition.reason());
    }

    /** People read it; that its organisation has one table needs no saying. */
    private static String token(OrganisationCode organisation, Told told) {
        return organisation.value() + " " + told.version().number();
    }

    /**
     * Keeps what the reviewer was shown.
     *
     * @param from which versions of which tables the form showed; null when nobody saw one
     */
    void keep(SignOff signOff, Reviews reviews, @Nullable String from) {
        tables.says(
                        signOff.reference(),
                        signOff.partner(),
                        number(from, signOff.partner()),
                        signOff.asking().at())
                .ifPresent(told -> kept.keep(
                        signOff.reference(),
                        signOff.partner(),
                        signOff.agreedVersion(),
                        told,
                        reviews.given()
                                .get(reviews.given().size() - 1)
                                .speaker()
                                .by()));
    }

    private static Optional<Integer> number(@Nullable String from, OrganisationCode organisation) {
        String conditions = organisation.value() + " ";
        return Optional.ofNullable(from).stream()
                .flatMap(all -> Arrays.stream(all.split(", ")))
                .filter(one -> one.startsWith(conditions))
                .map(one -> one.substring(conditions.length()))
                .filter(number -> NUMBER.matcher(number).matches())
                .map(Integer::valueOf)
                .findFirst();
    }
}
