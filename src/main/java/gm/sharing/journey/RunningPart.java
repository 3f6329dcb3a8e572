package gm.sharing.journey;

import gm.sharing.organisation.OrganisationCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A version of a process by which a project runs.
 *
 * @param name as the model names it
 * @param running how often it runs, for example once for each partner
 * @param organisations for which it runs; empty when it runs for nobody in particular
 * @param steps all that the model draws, in the order in which people read the drawing
 */
public record RunningPart(
        String process, int version, String name, int running, List<OrganisationCode> organisations, List<Step> steps) {

    public RunningPart {
        organisations = List.copyOf(organisations);
        steps = List.copyOf(steps);
    }

    /** What an element of a model is to people. */
    public enum Kind {
        /** A person does it. */
        PERSON,
        /** Another process is called. */
        PART,
        /** The service does it by itself. */
        SERVICE,
        /** Something that is waited for, or that may come in between. */
        EVENT,
        /** What holds steps, leads from one to the next, or begins and ends. */
        OTHER
    }

    /**
     * On what it depends whether something comes.
     *
     * @param question the gateway that decides it; null when something that comes in between does, or when several decide
     * @param answers the names of the ways from there that lead to it
     * @param words what the model says of them instead, such as “if a DPIA is needed”
     */
    public record Condition(@Nullable String question, List<String> answers, List<String> words) {

        /** Of what depends on more than one decision. */
        public static final Condition SOME = new Condition(null, List.of(), List.of());

        public Condition {
            answers = List.copyOf(answers);
            words = List.copyOf(words);
        }
    }

    /**
     * What is to be done before the next milestone of a project.
     *
     * @param until how the way there is called, such as “Before it can be published”
     * @param steps what people do on it, in the order in which it is drawn
     */
    public record Ahead(String until, List<AheadStep> steps) {

        public Ahead {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step on the way to a milestone.
     *
     * @param name what the model calls its answers, or else the step
     * @param partOf what it is one step of, as the model calls it; null when it stands for itself
     * @param now whether it is open
     * @param condition on what it depends whether it comes; null when it comes for sure
     */
    public record AheadStep(String name, @Nullable String partOf, boolean now, @Nullable Condition condition) {}

    /**
     * An element of the model.
     *
     * @param element its id in the model
     * @param name null when the model gives it none
     * @param passed by how many of those that run it was done
     * @param here how often something is there now
     * @param toCome for how many of those that run it is certain to come
     * @param stopped whether a fault stops what is there
     * @param since when the first of them came there; null when nothing is there
     * @param condition on what it depends whether it comes; null when it comes for sure, or not at all
     * @param tasks the ids of the tasks that are open there
     */
    public record Step(
            String element,
            @Nullable String name,
            Kind kind,
            int passed,
            int here,
            int toCome,
            boolean stopped,
            @Nullable Instant since,
            @Nullable Condition condition,
            Set<String> tasks) {

        public Step {
            tasks = Set.copyOf(tasks);
        }

        /** Whether people are told of it in words: what they or the service do, and what was waited for. */
        boolean isTold() {
            return name != null
                    && switch (kind) {
                        case PERSON, PART, SERVICE -> passed + here + toCome > 0 || condition != null;
                        case EVENT -> passed + here > 0;
                        case OTHER -> stopped && here > 0;
                    };
        }
    }
}
