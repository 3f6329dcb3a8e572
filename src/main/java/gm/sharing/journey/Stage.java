package gm.sharing.journey;

import gm.sharing.project.ProjectStatus;
import gm.sharing.project.SharingProject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How far a project is in one of the framework's seven stages. */
record Stage(int number, String name, String question, State state) {

    enum State {
        DONE("Done"),
        NOW("Now"),
        TO_COME("To come"),
        NOT_REACHED("Not reached");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static final List<String> NAMES =
            List.of("Purpose", "Needs", "Who", "Practical steps", "How", "Review", "Exit planning");

    private static final List<String> QUESTIONS = List.of(
            "What are you trying to achieve?",
            "What do you need to share?",
            "Who needs to be involved?",
            "From aim to action: the assessment and the sign-offs",
            "What are appropriate ways to share?",
            "Does the agreement still fit?",
            "How does the sharing end?");

    /** The seven stages in their order. */
    static List<Stage> of(SharingProject project, List<OpenTask> open) {
        Set<Integer> now = open.stream().map(OpenTask::stage).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, NAMES.size())
                .mapToObj(number -> new Stage(
                        number,
                        NAMES.get(number - 1),
                        QUESTIONS.get(number - 1),
                        now.contains(number) ? State.NOW : settled(number, project)))
                .toList();
    }

    private static State settled(int number, SharingProject project) {
        if (isDone(number, project)) {
            return State.DONE;
        }
        boolean ended = project.status() == ProjectStatus.WITHDRAWN || project.status() == ProjectStatus.STOPPED;
        return ended ? State.NOT_REACHED : State.TO_COME;
    }

    /** The agreement's own life, with its reviews, begins when it is published; how it ends is agreed before. */
    private static boolean isDone(int number, SharingProject project) {
        return switch (number) {
            case 1 -> true;
            case 2 -> project.needs().isPresent();
            case 3 -> !project.partners().isEmpty();
            case 4 -> project.status() == ProjectStatus.PUBLISHED;
            case 5 -> !project.flows().isEmpty() && project.arrangements().isPresent();
            case 7 -> project.arrangements().isPresent();
            default -> false;
        };
    }
}
