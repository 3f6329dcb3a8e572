package gm.sharing.steps.directory;

import gm.sharing.directory.MissingOrganisation;
import gm.sharing.directory.MissingOrganisationAnswer;
import gm.sharing.directory.MissingOrganisations;
import gm.sharing.directory.MissingOutcome;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An administrator of the service answers a lead who asked for an organisation. */
@Needs("missing")
@Sets({@Variable(name = "missingOutcome", codes = MissingOutcome.class), @Variable(name = "foundName")})
@Component
class AnswerMissingOrganisation implements FormHandler<MissingOrganisationAnswer> {

    private static final Words WORDS = Words.in("directory/missing");

    private final MissingOrganisations missing;

    AnswerMissingOrganisation(MissingOrganisations missing) {
        this.missing = missing;
    }

    @Override
    public String form() {
        return "answer-missing-organisation";
    }

    @Override
    public Set<String> processes() {
        return Set.of("missing-organisation");
    }

    @Override
    public Class<MissingOrganisationAnswer> answers() {
        return MissingOrganisationAnswer.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        MissingOrganisation asked = asked(task);
        long others = missing.others(asked);
        return Map.of(
                "name", Markdown.quoted(asked.name()),
                "sector", asked.sector().label(),
                "why", Markdown.quoted(asked.reason()),
                "email", known(asked.email()),
                "place", known(asked.place()),
                "asked",
                        Markdown.plain(
                                asked.asked().name() + ", " + asked.asked().moment()),
                "others", others == 0 ? WORDS.text("others-none") : WORDS.text("others", Map.of("count", others)));
    }

    private static String known(@Nullable String typed) {
        return typed == null ? WORDS.text("not-known") : Markdown.quoted(typed);
    }

    @Override
    public Map<String, Object> accept(MissingOrganisationAnswer answers, FormTask task, Person by) {
        String found = missing.answer(asked(task).id(), answers, by)
                .map(Organisation::name)
                .orElse("");
        return Map.of("missingOutcome", answers.missingOutcome().code(), "foundName", found);
    }

    private MissingOrganisation asked(FormTask task) {
        return missing.get(Long.parseLong(task.text("missing")));
    }
}
