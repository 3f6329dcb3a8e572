package gm.sharing.steps.screening;

import gm.sharing.workflow.gate.expression.OneOf;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import org.jspecify.annotations.Nullable;

/** What the lead said of the project, as inputs for the tables that a model asks. */
@ModelBean("dpiaFacts")
public class DpiaFacts {

    private final ProjectFacts facts;

    DpiaFacts(ProjectFacts facts) {
        this.facts = facts;
    }

    /** The fact with this name; null when the lead did not say. */
    public @Nullable Object of(
            Instance execution,
            @OneOf(
                            values = {
                                "ai",
                                "algorithmicTool",
                                "automatedDecisions",
                                "biometric",
                                "children",
                                "confidentialCare",
                                "copies",
                                "criminalOffence",
                                "dataKinds",
                                "deniesService",
                                "directCare",
                                "ethicsAsked",
                                "genetic",
                                "groups",
                                "highlyPersonal",
                                "highlyPersonalInWords",
                                "innovative",
                                "invisible",
                                "lawEnforcement",
                                "location",
                                "matching",
                                "monitoring",
                                "personalData",
                                "physicalHarm",
                                "processors",
                                "profiling",
                                "providers",
                                "pseudonymised",
                                "publicArea",
                                "recipients",
                                "scale",
                                "specialCategory",
                                "specialCategoryInWords",
                                "targeting",
                                "tracking",
                                "unexpected",
                                "vulnerable",
                                "vulnerableInWords"
                            })
                    String name) {
        var known = facts.of(execution.reference()).inputs();
        if (!known.containsKey(name)) {
            throw new IllegalArgumentException("There is no fact \"" + name + "\". There are " + known.keySet());
        }
        return known.get(name);
    }
}
