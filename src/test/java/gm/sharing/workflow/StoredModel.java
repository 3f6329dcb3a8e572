package gm.sharing.workflow;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts processes into the engine's tables past every rule of deployment: whatever an earlier release or a hand left there. */
public record StoredModel(JdbcClient jdbc) {

    /** A process between start and end. */
    public static String process(String key, String elements) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="model" targetNamespace="http://bpmn.io/schema/bpmn">
                  <bpmn:process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="Start"/>
                    %s
                    <bpmn:endEvent id="End"/>
                  </bpmn:process>
                </bpmn:definitions>
                """
                .formatted(key, key, elements);
    }

    /** A flow from one element to another. */
    public static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id=\"%s_%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(from, to, from, to);
    }

    /** Stores a definition of a process with what its file holds; null for none. The id of its deployment. */
    public String store(String key, int version, String tenant, String content) {
        return store("act_re_procdef", key, key + ".bpmn", version, tenant, content);
    }

    /** Stores a definition in one of the engine's tables of definitions. */
    public String store(String table, String key, String file, int version, String tenant, String content) {
        String deployment = UUID.randomUUID().toString();
        jdbc.sql("insert into act_re_deployment (id_, name_, deploy_time_, tenant_id_) values (?, ?, ?, ?)")
                .params(deployment, file, Timestamp.from(Instant.now()), tenant)
                .update();
        if (content != null) {
            jdbc.sql(
                            """
                            insert into act_ge_bytearray (id_, rev_, name_, deployment_id_, bytes_, generated_, tenant_id_)
                            values (?, 1, ?, ?, ?, false, ?)""")
                    .params(
                            UUID.randomUUID().toString(),
                            file,
                            deployment,
                            content.getBytes(StandardCharsets.UTF_8),
                            tenant)
                    .update();
        }
        String id = key + ":" + version + ":" + UUID.randomUUID();
        if (table.equals("act_re_procdef")) {
            jdbc.sql(
                            """
                            insert into act_re_procdef (id_, rev_, category_, name_, key_, version_, deployment_id_,
                              resource_name_, has_start_form_key_, suspension_state_, tenant_id_, startable_)
                            values (?, 1, 'test', ?, ?, ?, ?, ?, false, 1, ?, true)""")
                    .params(id, key, key, version, deployment, file, tenant)
                    .update();
        } else {
            jdbc.sql("insert into " + table
                            + " (id_, rev_, key_, version_, deployment_id_, resource_name_, tenant_id_)"
                            + " values (?, 1, ?, ?, ?, ?, ?)")
                    .params(id, key, version, deployment, file, tenant)
                    .update();
        }
        return deployment;
    }
}
