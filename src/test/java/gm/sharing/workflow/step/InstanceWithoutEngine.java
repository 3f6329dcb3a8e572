package gm.sharing.workflow.step;

import gm.sharing.project.ProjectReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A process of one way that no engine runs, for tests of what a step does. */
public final class InstanceWithoutEngine implements Instance {

    private final ProjectReference reference;
    private final Map<String, Object> variables;

    public InstanceWithoutEngine(ProjectReference reference, Map<String, ?> variables) {
        this.reference = reference;
        this.variables = new HashMap<>(variables);
    }

    @Override
    public String id() {
        return "instance of " + reference;
    }

    @Override
    public ProjectReference reference() {
        return reference;
    }

    @Override
    public @Nullable Object variable(String name) {
        return variables.get(name);
    }

    @Override
    public void set(String name, @Nullable Object value) {
        variables.put(name, value);
    }

    @Override
    public void setForAll(Map<String, ?> values) {
        variables.putAll(values);
    }

    @Override
    public void setForAll(String name, @Nullable Object value) {
        set(name, value);
    }

    @Override
    public void forget(String name, String value) {
        variables.remove(name, value);
    }
}
