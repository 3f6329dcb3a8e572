package gm.sharing.workflow.access;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Refuses people queries that hold expressions, at any depth: the engine looks for them at the top only, and evaluates the
 * others (CVE-2026-109432). What reaches this has passed the {@link EngineDoor}; this one sees what the engine made of it.
 * It stands within the command's context, so that a stored filter is read once.
 */
final class PlainQueries extends CommandInterceptor {

    /** What the lists of Tasklist that come with the application ask. */
    private static final Set<String> OWN = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    private static final Field EXTENDING = field(AbstractExecuteFilterCmd.class, "extendingQuery");
    private static final Field FILTER_ID = field(AbstractExecuteFilterCmd.class, "filterId");
    private static final Field FILTER = field(SaveFilterCmd.class, "filter");

    private final ProcessEngineConfigurationImpl engine;

    PlainQueries(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (engine.getIdentityService().getCurrentAuthentication() != null) {
            check(command);
        }
        return next.execute(command);
    }

    private static void check(Command<?> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            refuse(expressions(query), Set.of());
        } else if (command instanceof SaveFilterCmd
                && ReflectionUtils.getField(FILTER, command) instanceof FilterEntity filter) {
            refuse(expressions(filter.getQuery()), Set.of());
        } else if (command instanceof AbstractExecuteFilterCmd) {
            refuse(expressions(ReflectionUtils.getField(EXTENDING, command)), Set.of());
            refuse(expressions(stored(ReflectionUtils.getField(FILTER_ID, command))), OWN);
        }
    }

    private static @Nullable Object stored(@Nullable Object filter) {
        FilterEntity stored = filter instanceof String id
                ? Context.getCommandContext().getDbEntityManager().selectById(FilterEntity.class, id)
                : null;
        return stored == null ? null : stored.getQuery();
    }

    private static Collection<String> expressions(@Nullable Object query) {
        return query instanceof AbstractQuery<?, ?> first
                ? all(first, Collections.newSetFromMap(new IdentityHashMap<>()))
                        .flatMap(each -> each.getExpressions().values().stream())
                        .toList()
                : List.of();
    }

    private static Stream<AbstractQuery<?, ?>> all(AbstractQuery<?, ?> query, Set<AbstractQuery<?, ?>> seen) {
        return seen.add(query)
                ? Stream.concat(Stream.of(query), alternatives(query).stream().flatMap(each -> all(each, seen)))
                : Stream.empty();
    }

    private static List<? extends AbstractQuery<?, ?>> alternatives(AbstractQuery<?, ?> query) {
        if (query instanceof TaskQueryImpl tasks) {
            return tasks.getQueries();
        }
        if (query instanceof ProcessInstanceQueryImpl instances) {
            return instances.getQueries();
        }
        if (query instanceof HistoricTaskInstanceQueryImpl tasks) {
            return tasks.getQueries();
        }
        return query instanceof HistoricProcessInstanceQueryImpl instances ? instances.getQueries() : List.of();
    }

    private static void refuse(Collection<String> expressions, Set<String> allowed) {
        if (!allowed.containsAll(expressions)) {
            throw new BadUserRequestException("A query holds no expressions.");
        }
    }

    /** The commands keep these to themselves; a release that names them otherwise does not start. */
    private static Field field(Class<?> type, String name) {
        Field field = ReflectionUtils.findField(type, name);
        if (field == null) {
            throw new IllegalStateException(type.getSimpleName() + " has no " + name);
        }
        ReflectionUtils.makeAccessible(field);
        return field;
    }
}
