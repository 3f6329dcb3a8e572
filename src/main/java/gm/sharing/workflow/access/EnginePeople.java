package gm.sharing.workflow.access;

import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People as the engine keeps them, with the roles that are lent to them today. This is the one place that says which groups
 * somebody is in: pages, notices, the record and the engine follow from it at the next request. The answers are the same whoever asks: they do not depend on what the signed-in
 * person may read in the engine.
 */
@Component
class EnginePeople implements People {

    private final ProcessEngine engine;
    private final LentRoles lentRoles;
    private final JdbcClient jdbc;

    /** Lazy, because listeners that the engine is built with need people later on. */
    EnginePeople(@Lazy ProcessEngine engine, LentRoles lentRoles, JdbcClient jdbc) {
        this.engine = engine;
        this.lentRoles = lentRoles;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Person> find(String id) {
        return unchecked(identity -> Optional.ofNullable(
                        identity.createUserQuery().userId(id).singleResult())
                .map(user -> person(user, identity)));
    }

    @Override
    public List<Person> in(String group) {
        return idsIn(group).stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public Set<String> idsIn(String group) {
        return unchecked(identity -> lentRoles.holders(group, new Memberships(identity)));
    }

    @Override
    public Set<String> held(Collection<String> groups) {
        return groups.isEmpty()
                ? Set.of()
                : unchecked(identity -> lentRoles.held(groups, withPeople(groups), new Memberships(identity)));
    }

    @Override
    public boolean passwordMatches(String id, String password) {
        return unchecked(identity -> identity.checkPassword(id, password));
    }

    /** The engine's own queries ask for one group at a time. */
    private Set<String> withPeople(Collection<String> groups) {
        return jdbc.sql("select distinct group_id_ from act_id_membership where group_id_ in (:groups)")
                .param("groups", groups)
                .query(String.class)
                .set();
    }

    private Person person(User user, IdentityService identity) {
        Memberships memberships = new Memberships(identity);
        Set<String> own = memberships.groupsOf(user.getId());
        return new Person(
                user.getId(),
                nameOf(user),
                orEmpty(user.getEmail()),
                own,
                lentRoles.of(user.getId(), own, memberships));
    }

    private static String nameOf(User user) {
        String name = Stream.of(orEmpty(user.getFirstName()), orEmpty(user.getLastName()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getId() : name;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private <T> T unchecked(Function<IdentityService, T> question) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> question.apply(engine.getIdentityService())));
    }
}
