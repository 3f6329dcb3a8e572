package gm.sharing.workflow;

/**
 * Something that the engine needs before the web server takes requests: models, groups, permissions. Beans of this type
 * run at every start, in their order, one node of a cluster at a time and in one transaction, so each must leave alone
 * what is there already.
 */
public interface EnginePreparation {

    void prepare();
}
