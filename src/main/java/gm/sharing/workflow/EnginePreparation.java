package gm.sharing.workflow;

/**
 * Something that the engine needs before the web server takes requests: models, groups, permissions. Beans of this type
 * run at every start, in their order, one node of a cluster at a time, so each must leave alone what is there already.
 * What is stored may be odd: what cannot be prepared because of it is reported and left out, and the node starts.
 */
public interface EnginePreparation {

    /** What it prepares, for example "the groups". */
    String what();

    /**
     * Prepares it.
     *
     * @param parts does what is done for each of several things
     * @throws CannotStart when it would be wrong to start
     */
    void prepare(Parts parts);
}
