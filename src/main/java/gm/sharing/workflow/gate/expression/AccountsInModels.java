package gm.sharing.workflow.gate.expression;

import gm.sharing.wording.Words;
import gm.sharing.workflow.gate.KnownGroups;
import gm.sharing.workflow.gate.Violation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the program reads as a person or an organisation can be one. What cannot be known before the process runs is let in, and
 * told as a fault when it is none.
 */
@Component
@Order(5)
class AccountsInModels implements ProcessCheck {

    private static final Words WORDS = Words.in("form/models");

    /** What each variable is that the program reads so. */
    private static final Map<String, Read> VARIABLES = Map.of(
            "lead", Read.ACCOUNT,
            "leadOrganisation", Read.ORGANISATION,
            "partner", Read.ORGANISATION,
            "adviser", Read.ORGANISATION,
            "organisation", Read.ORGANISATION);

    private static final Set<String> PARAMETERS = Set.of("inputParameter", "outputParameter");
    private static final Set<String> CONTAINERS = Set.of("list", "map");

    private final KnownGroups groups;

    AccountsInModels(KnownGroups groups) {
        this.groups = groups;
    }

    private enum Read {
        ACCOUNT("an-account"),
        ORGANISATION("an-organisation");

        private final String key;

        Read(String key) {
            this.key = key;
        }
    }

    @Override
    public List<Violation> violations(KnownModels models) {
        return models.root()
                .all()
                .flatMap(element -> violation(element, models).stream())
                .toList();
    }

    private Optional<Violation> violation(ModelElement element, KnownModels models) {
        boolean parameter = PARAMETERS.contains(element.name());
        if (!parameter && !element.is("in") && !element.is("out")) {
            return Optional.empty();
        }
        String name = String.valueOf(element.attribute(parameter ? "name" : "target"));
        Read read = VARIABLES.get(name.strip());
        if (read == null || isRight(read, element, parameter, models)) {
            return Optional.empty();
        }
        return Optional.of(element.violation(WORDS.text(read.key, Map.of("name", name))));
    }

    private boolean isRight(Read read, ModelElement element, boolean parameter, KnownModels models) {
        if (parameter && element.children().anyMatch(child -> CONTAINERS.contains(child.name()))) {
            return false;
        }
        Names names = names(element, models).orElse(null);
        String source = element.attribute("source");
        String text =
                parameter ? element.text() : Objects.requireNonNullElse(element.attribute("sourceExpression"), "");
        String variable =
                source != null ? source : ProcessVariables.service(text).orElse("");
        Read given = VARIABLES.get(variable.strip());
        if (given != null) {
            return given == read;
        }
        if (names == null || (parameter && element.children().findAny().isPresent())) {
            return true;
        }
        return source != null
                ? names.variable(source.strip()).map(kind -> canBe(read, kind)).orElse(true)
                : canBe(read, models.quietly(names, text));
    }

    private boolean canBe(Read read, Kind kind) {
        if (kind.isNothing() || !kind.canBe(String.class)) {
            return kind.isNothing();
        }
        Set<String> values = kind.values();
        return values == null
                || (read == Read.ORGANISATION
                        && values.stream().allMatch(code -> groups.contains("ig-" + code.strip())));
    }

    /** Those of the process around; of a process that is called where it gives something back. */
    private static Optional<Names> names(ModelElement element, KnownModels models) {
        return element.is("out")
                ? element.around()
                        .filter(outer -> outer.is("callActivity"))
                        .findFirst()
                        .flatMap(models::called)
                        .map(ProcessVariables::outside)
                : element.around()
                        .filter(outer -> outer.is("process"))
                        .findFirst()
                        .flatMap(process -> models.process(process.attribute("id")))
                        .map(variables -> variables.at(element, true, false));
    }
}
