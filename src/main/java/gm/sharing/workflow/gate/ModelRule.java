package gm.sharing.workflow.gate;

import java.util.List;

/**
 * Something that every model, table or form has to keep to. Rules are beans of their own; the engine is built with them, so
 * they depend on nothing that needs it.
 */
public interface ModelRule {

    /**
     * What in the file breaks the rule, in the order of the file.
     *
     * @param file can be read as what its name says
     * @return empty for kinds of files that the rule is not about
     */
    List<Violation> violations(ModelFile file, Surroundings surroundings);

    /**
     * Whether the answer may change when another file is deployed. Such a rule is asked again about the models in force that
     * name what is deployed.
     */
    default boolean looksAtOthers() {
        return false;
    }
}
