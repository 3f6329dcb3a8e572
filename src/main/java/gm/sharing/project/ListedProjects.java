package gm.sharing.project;

import gm.sharing.organisation.OrganisationCode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sharing projects as lines of lists, from which the whole project is not read. */
@Service
@Transactional(readOnly = true)
public class ListedProjects {

    private final SharingProjects projects;
    private final ProjectLines lines;

    ListedProjects(SharingProjects projects, ProjectLines lines) {
        this.projects = projects;
        this.lines = lines;
    }

    /** Other projects with the same title, newest first: those of the lead organisation that go on, and published ones. */
    public Page<ProjectSummary> namesakes(SharingProject project, Pageable page) {
        return projects.findNamed(
                project.proposal().title(), project.reference().value(), project.leadOrganisation(), page);
    }

    /**
     * The projects that the person leads, and those that people lead whose place the person takes today.
     *
     * @param away the ids of the latter
     * @param organisation for which they lead; null for whoever takes nobody's place
     */
    public Page<ProjectSummary> ledBy(
            String userId,
            Collection<String> away,
            @Nullable OrganisationCode organisation,
            ProjectQuery sought,
            Pageable page) {
        return lines.find(
                (project, query, criteria) -> {
                    var leadership = project.get("leadership");
                    return criteria.or(
                            criteria.equal(leadership.get("lead"), userId),
                            organisation == null
                                    ? criteria.disjunction()
                                    : criteria.and(
                                            leadership.get("lead").in(away),
                                            criteria.equal(leadership.get("leadOrganisation"), organisation)));
                },
                sought,
                page);
    }

    /** The projects that the person leads and that were neither withdrawn nor stopped, newest first; published ones have reviews and measures to come. */
    public List<ProjectSummary> goingOnLedBy(String userId) {
        return projects.findGoingOnLedBy(userId);
    }

    /** Whether {@link #goingOnLedBy} finds any. */
    public boolean leadsAny(String userId) {
        return projects.isAnyGoingOnLedBy(userId);
    }

    /** The projects that the organisation leads and that are not {@link #ledBy} this person. */
    public Page<ProjectSummary> ledByColleagues(
            OrganisationCode organisation, String userId, Collection<String> away, ProjectQuery sought, Pageable page) {
        return lines.find(
                (project, query, criteria) -> {
                    var leadership = project.get("leadership");
                    return criteria.and(
                            criteria.or(
                                    criteria.equal(leadership.get("leadOrganisation"), organisation),
                                    criteria.equal(leadership.get("runBy"), organisation)),
                            criteria.notEqual(leadership.get("lead"), userId),
                            criteria.not(leadership.get("lead").in(away)));
                },
                sought,
                page);
    }

    /**
     * The projects that were sent to one of these organisations as a partner.
     *
     * @param own whose projects are left out, or null
     */
    public Page<ProjectSummary> sentTo(
            Collection<OrganisationCode> organisations,
            @Nullable OrganisationCode own,
            ProjectQuery sought,
            Pageable page) {
        return lines.find(
                (project, query, criteria) -> criteria.and(
                        criteria.isTrue(project.get("progress").get("sentToPartners")),
                        own == null
                                ? criteria.conjunction()
                                : criteria.notEqual(project.get("leadership").get("leadOrganisation"), own),
                        ProjectLines.takesPart(
                                "partners", organisations, project, Objects.requireNonNull(query), criteria)),
                sought,
                page);
    }

    /** The projects that one of these organisations has left since they were sent to it. */
    public Page<ProjectSummary> leftBy(Collection<OrganisationCode> organisations, ProjectQuery sought, Pageable page) {
        return lines.find(
                (project, query, criteria) -> ProjectLines.takesPart(
                        "formerPartners", organisations, project, Objects.requireNonNull(query), criteria),
                sought,
                page);
    }

    /** Every project. */
    public Page<ProjectSummary> all(ProjectQuery sought, Pageable page) {
        return lines.findAmongAll(sought, page);
    }

    /** The projects that the person proposed, that these organisations lead or that were sent to them. */
    public Set<ProjectReference> seenBy(String userId, Collection<OrganisationCode> organisations) {
        // One question with "or" would be answered by looking at every project.
        return Stream.concat(
                        projects.findReferencesLedBy(userId, organisations).stream(),
                        projects.findReferencesSentTo(organisations).stream())
                .map(ProjectReference::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The newest of those that {@link #seenBy} finds, without those that were withdrawn or stopped. */
    public List<ProjectSummary> newestSeenBy(String userId, Collection<OrganisationCode> organisations, int most) {
        List<ProjectSummary> found = projects.findByReferenceIn(Stream.concat(
                        projects.findNewestLedBy(userId, organisations, Limit.of(most)).stream(),
                        projects.findNewestSentTo(organisations, Limit.of(most)).stream())
                .distinct()
                .toList());
        return found.subList(0, Math.min(most, found.size()));
    }

    /** What is described of these projects so far, in no order. One statement. */
    public List<DescribedSoFar> describedSoFar(Collection<ProjectReference> references) {
        return projects.findDescribedSoFar(
                references.stream().map(ProjectReference::value).toList());
    }

    /** The projects with these references, newest first. */
    public List<ProjectSummary> summaries(Collection<ProjectReference> references) {
        return projects.findByReferenceIn(
                references.stream().map(ProjectReference::value).toList());
    }
}
