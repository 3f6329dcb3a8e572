package gm.sharing.workflow.diagram;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the engine's tables where the processes of a project are and where they have been. */
@Repository
class Places {

    private static final String RUNNING =
            """
            select e.id_ as id, e.root_proc_inst_id_ as root, d.id_ as definition, d.key_ as process, d.version_ as version,
              v.text_ as organisation
            from act_ru_execution e
              join act_re_procdef d on d.id_ = e.proc_def_id_
              left join act_ru_variable v on v.execution_id_ = e.id_ and v.name_ in ('partner', 'adviser')
            where e.parent_id_ is null and e.root_proc_inst_id_ in
              (select p.root_proc_inst_id_ from act_ru_execution p where p.business_key_ = :project)
            order by e.id_""";

    /** What has begun and not ended; what a job is to begin, goes on with or fails at; what an incident tells of. */
    private static final String HERE =
            """
            select a.proc_inst_id_ as instance, a.act_id_ as element, a.task_id_ as task, a.start_time_ as since,
              1 as token, 0 as stopped
            from act_hi_actinst a where a.proc_inst_id_ in (:instances) and a.end_time_ is null
            union all
            select j.process_instance_id_, d.act_id_, null, j.create_time_,
              case when j.type_ = 'message' then 1 else 0 end,
              case when j.retries_ = 0 or j.exception_stack_id_ is not null or j.exception_msg_ is not null then 1 else 0 end
            from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
            where j.process_instance_id_ in (:instances) and (j.type_ = 'message' or j.retries_ = 0
              or j.exception_stack_id_ is not null or j.exception_msg_ is not null)
            union all
            select i.proc_inst_id_, i.activity_id_, null, i.incident_timestamp_, 0, 1
            from act_ru_incident i where i.proc_inst_id_ in (:instances) and i.activity_id_ is not null""";

    /** What was broken off was not done, and what is begun again or goes on for others is not done yet. */
    private static final String PASSED =
            """
            select a.proc_def_id_, a.act_id_, count(distinct a.proc_inst_id_) from act_hi_actinst a
            where a.proc_inst_id_ in (:instances) and a.end_time_ is not null and a.act_inst_state_ <> 2
              and not exists (select 1 from act_hi_actinst o
                where o.proc_inst_id_ = a.proc_inst_id_ and o.act_id_ = a.act_id_ and o.end_time_ is null)
            group by a.proc_def_id_, a.act_id_""";

    /** Where the processes are that nothing called. */
    private static final String MAIN =
            """
            select e.proc_def_id_, a.act_id_ from act_ru_execution e
              join act_hi_actinst a on a.proc_inst_id_ = e.id_ and a.end_time_ is null
            where e.business_key_ = :project and e.parent_id_ is null and e.root_proc_inst_id_ = e.id_
            union
            select e.proc_def_id_, d.act_id_ from act_ru_execution e
              join act_ru_job j on j.process_instance_id_ = e.id_ and j.type_ = 'message'
              join act_ru_jobdef d on d.id_ = j.job_def_id_
            where e.business_key_ = :project and e.parent_id_ is null and e.root_proc_inst_id_ = e.id_""";

    /** Around the instances of a step that is done several times at once stands one of its own. */
    private static final String BODY = "#multiInstanceBody";

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A process that runs.
     *
     * @param called whether another one called it
     * @param organisation for which it runs; null when for none in particular
     */
    record Instance(
            String id,
            boolean called,
            String definition,
            String process,
            int version,
            @Nullable OrganisationCode organisation) {}

    /**
     * Something that is at an element.
     *
     * @param token false for what only says that something is wrong there
     */
    record Here(
            String instance,
            String element,
            @Nullable String task,
            @Nullable Instant since,
            boolean token,
            boolean stopped) {}

    /** @param element the id in the model */
    record Element(String definition, String element) {}

    List<Instance> running(ProjectReference reference) {
        return jdbc.sql(RUNNING)
                .param("project", reference.value())
                .query(Places::instance)
                .list();
    }

    /** The elements at which the processes of a project are that no other one called, by their definitions. */
    Map<String, Set<String>> main(ProjectReference reference) {
        return jdbc
                .sql(MAIN)
                .param("project", reference.value())
                .query((row, number) ->
                        Map.entry(row.getString(1), row.getString(2).replace(BODY, "")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    List<Here> here(Collection<String> instances) {
        return jdbc.sql(HERE).param("instances", instances).query(Places::here).list().stream()
                .filter(here -> here.stopped() || !here.element().endsWith(BODY))
                .map(here -> here.element().endsWith(BODY) ? withoutBody(here) : here)
                .toList();
    }

    /** By how many of the instances each element was passed. */
    Map<Element, Integer> passed(Collection<String> instances) {
        return jdbc
                .sql(PASSED)
                .param("instances", instances)
                .query((row, number) -> Map.entry(new Element(row.getString(1), row.getString(2)), row.getInt(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Instance instance(ResultSet row, int number) throws SQLException {
        String organisation = row.getString("organisation");
        return new Instance(
                row.getString("id"),
                !row.getString("id").equals(row.getString("root")),
                row.getString("definition"),
                row.getString("process"),
                row.getInt("version"),
                organisation == null || !OrganisationCode.isOne(organisation)
                        ? null
                        : new OrganisationCode(organisation));
    }

    private static Here here(ResultSet row, int number) throws SQLException {
        Timestamp since = row.getTimestamp("since");
        return new Here(
                row.getString("instance"),
                row.getString("element"),
                row.getString("task"),
                since == null ? null : since.toInstant(),
                row.getInt("token") == 1,
                row.getInt("stopped") == 1);
    }

    private static Here withoutBody(Here here) {
        return new Here(
                here.instance(),
                here.element().substring(0, here.element().length() - BODY.length()),
                null,
                here.since(),
                false,
                here.stopped());
    }
}
