package gm.sharing.workflow.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.plugin.resources.AdminPluginsRootResource;
import org.camunda.bpm.admin.impl.plugin.resources.MetricsRestService;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.cockpit.impl.plugin.resources.BaseRootResource;
import org.camunda.bpm.cockpit.impl.plugin.resources.CockpitPluginsRootResource;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.tasklist.impl.plugin.resources.TasklistPluginsRootResource;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;
import org.camunda.bpm.welcome.impl.plugin.resources.WelcomePluginsRootResource;

/**
 * What can be asked of the engine by method and path, found in the annotations of its resources with what they lead to.
 *
 * @param path as it is called: with an id of the right form for each placeholder
 */
record EveryEndpoint(String method, String path) implements Comparable<EveryEndpoint> {

    static final String ID = "00000000-0000-0000-0000-000000000000";

    private static final int DEEPEST = 8;

    static Set<EveryEndpoint> find() {
        var found = new TreeSet<EveryEndpoint>();
        walk("/engine-rest", DefaultProcessEngineRestServiceImpl.class, 0, found);
        walk("/camunda/api/engine", NamedProcessEngineRestServiceImpl.class, 0, found);
        walk("/camunda/api/admin", UserAuthenticationResource.class, 0, found);
        walk("/camunda/api/admin", SetupResource.class, 0, found);
        walk("/camunda/api/admin", AdminPluginsRootResource.class, 0, found);
        walk("/camunda/api/admin/plugin/adminPlugins/default/metrics", MetricsRestService.class, 0, found);
        walk("/camunda/api/cockpit", CockpitPluginsRootResource.class, 0, found);
        walk("/camunda/api/cockpit", BaseRootResource.class, 0, found);
        walk("/camunda/api/tasklist", TasklistPluginsRootResource.class, 0, found);
        walk("/camunda/api/welcome", WelcomePluginsRootResource.class, 0, found);
        return found;
    }

    private static void walk(String base, Class<?> resource, int depth, Set<EveryEndpoint> found) {
        if (depth > DEEPEST) {
            return;
        }
        var root = types(resource).map(type -> type.getAnnotation(Path.class)).filter(path -> path != null);
        var start = depth == 0
                ? root.findFirst().map(path -> join(base, path.value())).orElse(base)
                : base;
        for (Method method : resource.getMethods()) {
            annotated(method).ifPresent(declared -> {
                var path = declared.getAnnotation(Path.class);
                var address = path == null ? start : join(start, path.value());
                var verb = verb(declared);
                if (verb.isPresent()) {
                    found.add(new EveryEndpoint(verb.get(), called(address)));
                } else if (path != null) {
                    walk(address, declared.getReturnType(), depth + 1, found);
                }
            });
        }
    }

    /** JAX-RS takes the annotations from what the method overrides. */
    private static Optional<Method> annotated(Method method) {
        return types(method.getDeclaringClass())
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(other -> other.getName().equals(method.getName())
                        && java.util.Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
                .filter(other ->
                        other.isAnnotationPresent(Path.class) || verb(other).isPresent())
                .findFirst();
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Stream<Class<?>> types(Class<?> type) {
        var all = new LinkedHashSet<Class<?>>();
        collect(type, all);
        return all.stream();
    }

    private static void collect(Class<?> type, Set<Class<?>> all) {
        if (type != null && all.add(type)) {
            collect(type.getSuperclass(), all);
            for (var part : type.getInterfaces()) {
                collect(part, all);
            }
        }
    }

    private static String join(String base, String path) {
        return (base + "/" + path).replaceAll("/+", "/").replaceAll("/$", "");
    }

    private static String called(String template) {
        return template.replaceAll("/engine/\\{[^}]*}", "/engine/default")
                .replaceAll("/key/\\{[^}]*}", "/key/sharing-project")
                .replaceAll("\\{engineName[^}]*}", "default")
                .replaceAll("\\{[^}]*}", ID);
    }

    @Override
    public int compareTo(EveryEndpoint other) {
        return (path + method).compareTo(other.path + other.method);
    }
}
