package gm.sharing.dpia;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.Section;
import gm.sharing.project.Projects;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes what an assessment says, with what other modules add to it. */
@Component
class DpiaContents {

    private final Projects projects;
    private final ObjectProvider<DpiaAddition> additions;

    DpiaContents(Projects projects, ObjectProvider<DpiaAddition> additions) {
        this.projects = projects;
        this.additions = additions;
    }

    DpiaContent of(Dpia dpia, int number) {
        List<Chapter> chapters = new ArrayList<>();
        dpia.steps().forEach(step -> chapters.add(chapter(step)));
        additions.orderedStream().forEach(addition -> chapters.addAll(addition.chapters(dpia.reference())));
        return new DpiaContent(
                dpia.reference(),
                number,
                projects.get(dpia.reference()).title(),
                List.of(new Fact("Outcome", dpia.headline())),
                chapters);
    }

    private static Chapter chapter(Step step) {
        return new Chapter(
                step.title(),
                false,
                step.points().stream()
                        .map(point -> new Section(
                                step.title(),
                                point.name(),
                                point.name(),
                                List.of(new Block.Prose(point.text())),
                                Section.EVERYBODY))
                        .toList());
    }
}
