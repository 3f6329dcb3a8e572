package gm.sharing.steps.screening;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.code.ShippedCodes;
import gm.sharing.project.Law;
import gm.sharing.project.ProjectFixture;
import gm.sharing.workflow.gate.expression.OneOf;
import gm.sharing.workflow.step.Instance;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a model may ask of the facts of a project. */
class DpiaFactsTests {

    @Test
    void knowsEveryFactByItsName() throws NoSuchMethodException {
        var name = DpiaFacts.class.getMethod("of", Instance.class, String.class).getParameters()[1];

        var facts = new Facts(code -> new PeopleGroup(true, code), new Law(ShippedCodes.all()).kinds())
                .of(ProjectFixture.justProposed(), Optional.empty())
                .inputs();

        assertThat(name.getAnnotation(OneOf.class).values()).containsExactlyInAnyOrderElementsOf(facts.keySet());
    }
}
