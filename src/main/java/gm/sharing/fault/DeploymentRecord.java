package gm.sharing.fault;

import java.time.Instant;
import java.util.List;

/** Who deployed which model, table or form. */
public interface DeploymentRecord {

    /** The latest deployments by people, newest first. */
    List<Deployment> latest();

    /**
     * A deployment of one file.
     *
     * @param who the id of the person
     * @param from names the program that deployed it
     * @param shipped whether its content once came with the application
     */
    record Deployment(Instant at, String who, String file, String from, String digest, boolean shipped) {}
}
