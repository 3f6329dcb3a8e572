package gm.sharing.workflow.access;

import gm.sharing.workflow.EnginePreparation;
import gm.sharing.workflow.Parts;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Heals what earlier releases left in accounts: people could change the name under which they sign, and the engine locked
 * accounts for good. Nothing looks at that lock any more, but administrators would see it.
 */
@Component
@Order(2)
class OwnDetails implements EnginePreparation {

    private static final int USER = Resources.USER.resourceType();
    private static final int READ = Permissions.READ.getValue();

    private final JdbcClient jdbc;

    OwnDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "what people may change of their own accounts";
    }

    @Override
    public void prepare(Parts parts) {
        jdbc.sql(
                        """
                        update act_ru_authorization set perms_ = :read, rev_ = rev_ + 1
                        where resource_type_ = :user and user_id_ = resource_id_ and type_ = 1 and perms_ <> :read""")
                .param("read", READ)
                .param("user", USER)
                .update();
        jdbc.sql(
                        "update act_id_user set attempts_ = 0, lock_exp_time_ = null where attempts_ > 0 or lock_exp_time_ is not null")
                .update();
    }
}
