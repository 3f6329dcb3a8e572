package gm.sharing.dpia;

import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
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
        chapters.addAll(dpia.text());
        additions.orderedStream().forEach(addition -> chapters.addAll(addition.chapters(dpia.reference())));
        return new DpiaContent(
                dpia.reference(),
                number,
                projects.get(dpia.reference()).title(),
                List.of(new Fact("Outcome", dpia.headline())),
                chapters);
    }
}
