package gm.sharing.journey;

import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** The one gate to everything about a project. */
@Component
public class ProjectGate {

    private final Projects projects;
    private final Dpias dpias;

    ProjectGate(Projects projects, Dpias dpias) {
        this.projects = projects;
        this.dpias = dpias;
    }

    /** Lets a person in who may see the project as it is. */
    ProjectAccess open(ProjectReference reference, Person person) {
        ProjectAccess access = access(reference, person);
        if (!access.maySee()) {
            throw missing();
        }
        return access;
    }

    /** Lets in also those whose organisation has left the project; what they read has to stop there. */
    ProjectAccess openToLookBack(ProjectReference reference, Person person) {
        ProjectAccess access = access(reference, person);
        return access.mayLookBack() ? access : open(reference, person);
    }

    /** Whether the person may see the project, as it is or as it was when their organisation left, or only its assessment. */
    @Transactional(readOnly = true)
    public boolean letsIn(ProjectReference reference, Person person) {
        return projects.find(reference)
                .filter(project ->
                        assessmentAccess(project, person).mayRead() || new ProjectAccess(project, person).mayLookBack())
                .isPresent();
    }

    /** Whether the person may also know how partners decide and advise: this one, or, when it is not known which, all of them. */
    @Transactional(readOnly = true)
    public boolean letsIntoReview(ProjectReference reference, @Nullable OrganisationCode partner, Person person) {
        if (!letsIn(reference, person)) {
            return false;
        }
        ProjectAccess access = access(reference, person);
        return partner == null
                ? access.maySeeDrafts()
                : person.organisations().contains(partner) || access.maySeeReviewOf(partner);
    }

    /** Lets in those who may read the project's assessment. */
    DpiaAccess openAssessment(ProjectReference reference, Person person) {
        DpiaAccess access = assessmentAccess(projects.find(reference).orElseThrow(ProjectGate::missing), person);
        if (!access.mayRead()) {
            throw missing();
        }
        return access;
    }

    private DpiaAccess assessmentAccess(SharingProject project, Person person) {
        boolean advises = dpias.find(project.reference()).stream()
                .flatMap(dpia -> dpia.advice().stream())
                .anyMatch(advice -> person.holds(Role.DPO, advice.organisation()));
        return new DpiaAccess(new ProjectAccess(project, person), advises);
    }

    private ProjectAccess access(ProjectReference reference, Person person) {
        SharingProject project = projects.find(reference).orElseThrow(ProjectGate::missing);
        return new ProjectAccess(project, person);
    }

    /** The same answer for what is not there and for what is not the person's: neither tells that it exists. */
    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
