package gm.sharing.workflow.gate.expression;

import gm.sharing.project.Owners;
import gm.sharing.wording.Words;
import gm.sharing.workflow.gate.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the program reads as a person, an organisation or a role is one that the program itself named, whatever sets the
 * variable: a text that somebody typed never becomes one.
 */
@Component
@Order(5)
class AccountsInModels implements ProcessCheck {

    private static final Words WORDS = Words.in("form/models");

    private static final String OWNER = "owner";

    /** What each variable is that the program reads so. */
    private static final Map<String, Whom> VARIABLES = Map.of(
            "lead",
            Whom.ACCOUNT,
            "leadOrganisation",
            Whom.ORGANISATION,
            "partner",
            Whom.ORGANISATION,
            "adviser",
            Whom.ORGANISATION,
            "organisation",
            Whom.ORGANISATION,
            OWNER,
            Whom.GROUP,
            "waiting",
            Whom.RECIPIENTS);

    private static final Map<Whom, String> RULES = Map.of(
            Whom.ACCOUNT, "an-account",
            Whom.ORGANISATION, "an-organisation",
            Whom.GROUP, "an-owner",
            Whom.RECIPIENTS, "recipients");

    private final KnownPeople people;

    AccountsInModels(KnownPeople people) {
        this.people = people;
    }

    @Override
    public List<Violation> violations(KnownModels models) {
        return models.processes()
                .flatMap(process ->
                        VARIABLES.keySet().stream().sorted().flatMap(name -> violations(name, process, models)))
                .toList();
    }

    private Stream<Violation> violations(String name, ProcessVariables process, KnownModels models) {
        Whom read = VARIABLES.getOrDefault(name, Whom.ANYTHING);
        return process.sources(name).stream()
                .filter(source -> source.by().isIn(models.root()))
                .filter(source -> !isRight(name, read, models.kinds().of(source)))
                .map(source -> source.by().violation(WORDS.text(RULES.getOrDefault(read, ""), Map.of("name", name))));
    }

    private boolean isRight(String name, Whom read, Kind kind) {
        return kind.isNothing()
                || (kind.canBe(String.class)
                        && people.are(read, name.equals(OWNER) ? kind.meant().without(Owners.LEAD) : kind.meant()));
    }
}
