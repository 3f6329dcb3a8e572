package gm.sharing.measure;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Objects;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.query.QueryUtils;
import org.springframework.stereotype.Component;

/**
 * Finds measures by words. Each word is looked for in every measure and every title, so that a page and the number of all that
 * was found come from one look: src/docs/benchmark.md.
 */
@Component
class SoughtMeasures {

    private final EntityManager database;

    SoughtMeasures(EntityManager database) {
        this.database = database;
    }

    Page<Measure> find(Specification<Measure> sought, Pageable page) {
        var criteria = (HibernateCriteriaBuilder) database.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = criteria.createTupleQuery();
        Root<Measure> measure = query.from(Measure.class);
        query.multiselect(measure, criteria.count(measure.get("id"), criteria.createWindow()))
                .where(Objects.requireNonNull(sought.toPredicate(measure, query, criteria)))
                .orderBy(QueryUtils.toOrders(page.getSort(), measure, criteria));
        List<Tuple> found = database.createQuery(query)
                .setFirstResult((int) page.getOffset())
                .setMaxResults(page.getPageSize())
                .getResultList();
        return found.isEmpty() && page.getOffset() > 0
                ? new PageImpl<>(List.of(), page, find(sought, page.first()).getTotalElements())
                : new PageImpl<>(
                        found.stream().map(row -> row.get(0, Measure.class)).toList(),
                        page,
                        found.isEmpty() ? 0 : found.get(0).get(1, Long.class));
    }
}
