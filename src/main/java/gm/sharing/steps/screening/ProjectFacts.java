package gm.sharing.steps.screening;

import gm.sharing.code.CodesInForce;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.Dpias;
import gm.sharing.project.Law;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.workflow.model.Tables;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds what the lead said about a project, as inputs of the tables that judge it. {@code src/docs/models.md} names them. */
@Component
public class ProjectFacts {

    private final Projects projects;
    private final Dpias dpias;
    private final Tables tables;
    private final CodesInForce codes;

    ProjectFacts(Projects projects, Dpias dpias, Tables tables, CodesInForce codes) {
        this.projects = projects;
        this.dpias = dpias;
        this.tables = tables;
        this.codes = codes;
    }

    /** What is said so far. */
    public SaidOfProject of(ProjectReference reference) {
        return new Facts(this::group, new Law(codes.now()).kinds())
                .of(projects.get(reference), dpias.find(reference).flatMap(Dpia::screening));
    }

    private PeopleGroup group(String code) {
        return PeopleGroup.of(tables.one(PeopleGroup.TABLE, Map.of("group", code)));
    }
}
