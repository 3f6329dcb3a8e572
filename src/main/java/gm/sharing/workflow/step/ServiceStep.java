package gm.sharing.workflow.step;

/** Something that the program does in a process between the tasks of people; models name it as a delegate. */
public interface ServiceStep {

    /** Does it, in the transaction of the process. */
    void run(Instance instance);
}
