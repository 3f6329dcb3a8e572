package gm.sharing.project;

import gm.sharing.SoughtWords;
import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which projects of a list are looked for; null stands for any.
 *
 * @param words of the title or the reference
 * @param ledBy one of the organisations that may lead it
 * @param partner one of the organisations that may take part
 * @param among one of these
 */
public record ProjectQuery(
        SoughtWords words,
        @Nullable ProjectStatus status,
        @Nullable Collection<OrganisationCode> ledBy,
        @Nullable Collection<OrganisationCode> partner,
        @Nullable Collection<ProjectReference> among,
        ProjectOrder order) {

    /** All of a list, newest first. */
    public static final ProjectQuery ANY =
            new ProjectQuery(new SoughtWords(""), null, null, null, null, ProjectOrder.NEWEST);

    Predicate predicate(Root<SharingProject> project, CriteriaQuery<?> query, CriteriaBuilder criteria) {
        List<Predicate> all = new ArrayList<>();
        for (String pattern : words.patterns()) {
            all.add(criteria.or(
                    criteria.like(criteria.lower(project.get("proposal").get("title")), pattern, SoughtWords.ESCAPE),
                    criteria.like(criteria.lower(project.get("reference")), pattern, SoughtWords.ESCAPE)));
        }
        if (status != null) {
            all.add(criteria.equal(project.get("progress").get("status"), status));
        }
        if (ledBy != null) {
            all.add(project.get("leadership").get("leadOrganisation").in(ledBy));
        }
        if (partner != null) {
            all.add(ProjectLines.takesPart("partners", partner, project, query, criteria));
        }
        if (among != null) {
            all.add(project.get("reference")
                    .in(among.stream().map(ProjectReference::value).toList()));
        }
        return criteria.and(all.toArray(Predicate[]::new));
    }
}
