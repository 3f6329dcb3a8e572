package gm.sharing.workflow.model;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for models.
 *
 * @param force keys of processes, decisions and forms that the packaged version replaces even where a process owner
 *     deployed another one
 */
@ConfigurationProperties("sharing.models")
record ModelSettings(@DefaultValue Set<String> force) {

    boolean forces(String key) {
        return force.contains(key);
    }
}
