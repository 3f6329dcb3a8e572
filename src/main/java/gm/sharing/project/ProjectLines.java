package gm.sharing.project;

import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.query.QueryUtils;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.stereotype.Component;

/** Reads lines of lists instead of whole projects, and asks the database only for what is looked for. */
@Component
class ProjectLines {

    private final EntityManager database;

    ProjectLines(EntityManager database) {
        this.database = database;
    }

    /** Every project that the query looks for; the first of them are read in their order, and no more. */
    Page<ProjectSummary> findAmongAll(ProjectQuery sought, Pageable page) {
        return find((project, query, criteria) -> criteria.conjunction(), sought, page, UnaryOperator.identity());
    }

    /** @param list of which those are found that the query looks for: few of all projects */
    Page<ProjectSummary> find(Specification<SharingProject> list, ProjectQuery sought, Pageable page) {
        // By the bare reference PostgreSQL walks through all projects from the newest until it has found enough of a
        // person's few.
        CriteriaBuilder criteria = database.getCriteriaBuilder();
        return find(
                list,
                sought,
                page,
                order -> order.getExpression().getJavaType() == String.class
                        ? ordered(order, criteria.coalesce(order.getExpression().as(String.class), ""), criteria)
                        : order);
    }

    private static Order ordered(Order as, Expression<String> by, CriteriaBuilder criteria) {
        return as.isAscending() ? criteria.asc(by) : criteria.desc(by);
    }

    private Page<ProjectSummary> find(
            Specification<SharingProject> list, ProjectQuery sought, Pageable page, UnaryOperator<Order> ordering) {
        var criteria = database.getCriteriaBuilder();
        var lines = criteria.createQuery(ProjectSummary.class);
        var project = lines.from(SharingProject.class);
        lines.select(criteria.construct(
                        ProjectSummary.class,
                        project.get("reference"),
                        project.get("proposal").get("title"),
                        project.get("leadership").get("leadOrganisation"),
                        project.get("needs").get("onBehalfOf"),
                        project.get("progress").get("status"),
                        project.get("proposal").get("urgency")))
                .where(both(list, sought, project, lines, criteria))
                .orderBy(QueryUtils.toOrders(sought.order().sort(), project, criteria).stream()
                        .map(ordering)
                        .toList());
        var query = database.createQuery(lines);
        if (page.isPaged()) {
            query.setFirstResult((int) page.getOffset()).setMaxResults(page.getPageSize());
        }
        List<ProjectSummary> found = query.getResultList();
        return PageableExecutionUtils.getPage(found, page, () -> count(list, sought, criteria));
    }

    private long count(Specification<SharingProject> list, ProjectQuery sought, CriteriaBuilder criteria) {
        var count = criteria.createQuery(Long.class);
        var project = count.from(SharingProject.class);
        return database.createQuery(
                        count.select(criteria.count(project)).where(both(list, sought, project, count, criteria)))
                .getSingleResult();
    }

    private static Predicate both(
            Specification<SharingProject> list,
            ProjectQuery sought,
            Root<SharingProject> project,
            CriteriaQuery<?> query,
            CriteriaBuilder criteria) {
        return criteria.and(
                Objects.requireNonNull(list.toPredicate(project, query, criteria)),
                sought.predicate(project, query, criteria));
    }

    /**
     * Whether one of these organisations is in a part of the project.
     *
     * @param part {@code partners} or {@code formerPartners}
     */
    static Predicate takesPart(
            String part,
            Collection<OrganisationCode> organisations,
            Root<SharingProject> project,
            CriteriaQuery<?> query,
            CriteriaBuilder criteria) {
        Subquery<Integer> those = query.subquery(Integer.class);
        var taking = those.correlate(project).join("sharing").join(part);
        return criteria.exists(those.select(criteria.literal(1))
                .where(taking.get("organisation").in(organisations)));
    }
}
