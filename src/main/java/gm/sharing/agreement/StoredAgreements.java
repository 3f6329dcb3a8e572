package gm.sharing.agreement;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

/** The published agreements. */
interface StoredAgreements extends JpaRepository<Agreement, String>, JpaSpecificationExecutor<Agreement> {

    Sort BY_TITLE = Sort.by("title", "reference");

    /** With its version. */
    @EntityGraph(attributePaths = "version")
    Optional<Agreement> findByReference(String reference);

    /** The one of which the content as it was digested, or the PDF, has this digest; with its version. */
    @Query(
            """
            select agreement from Agreement agreement join fetch agreement.version version
            where version.digest = :digest
               or version.id in (select document.versionId from AgreementDocument document where document.pdfDigest = :digest)""")
    Optional<Agreement> findByDigest(String digest);

    @Query(
            """
            select agreement.reference from Agreement agreement
            where agreement.reference in :references and agreement.endsOn < :day""")
    List<String> findEnded(Collection<String> references, LocalDate day);

    /** Short rows of those that have not ended on the day and do not end before their review, the earliest review first. */
    @Query(
            """
            select new gm.sharing.agreement.NextReview(
                agreement.reference, agreement.title, agreement.ledBy, agreement.reviewOn)
            from Agreement agreement
            where agreement.endsOn is null or (agreement.endsOn >= :day and agreement.endsOn >= agreement.reviewOn)
            order by agreement.reviewOn, agreement.reference""")
    List<NextReview> findNextReviews(LocalDate day, Limit most);

    boolean existsByReferenceNotNull();

    /**
     * Those that hold every word, or have a party that is called so, and have this status on the day, by title.
     *
     * @param words in plain letters, each with the codes of those who are called so
     */
    default Page<Agreement> holding(
            Map<String, Set<String>> words, Optional<AgreementStatus> status, LocalDate day, Pageable page) {
        Specification<Agreement> matching =
                status.map(one -> standing(one, day)).orElseGet(Specification::unrestricted);
        for (var sought : words.entrySet()) {
            String pattern = "%" + escaped(sought.getKey()) + "%";
            matching = matching.and((agreement, query, criteria) -> criteria.or(
                    criteria.like(agreement.get("words"), pattern, '\\'),
                    criteria.like(criteria.lower(agreement.get("reference")), pattern, '\\'),
                    hasParty(sought.getValue(), agreement, Objects.requireNonNull(query), criteria)));
        }
        return findAll(
                matching,
                page.isUnpaged()
                        ? Pageable.unpaged(BY_TITLE)
                        : PageRequest.of(page.getPageNumber(), page.getPageSize(), BY_TITLE));
    }

    private static Predicate hasParty(
            Set<String> codes, Root<Agreement> agreement, CriteriaQuery<?> query, CriteriaBuilder criteria) {
        if (codes.isEmpty()) {
            return criteria.disjunction();
        }
        Subquery<Integer> parties = query.subquery(Integer.class);
        return criteria.exists(parties.select(criteria.literal(1))
                .where(parties.correlate(agreement).join("partyCodes").in(codes)));
    }

    /** As {@link Agreement#statusOn}. */
    private static Specification<Agreement> standing(AgreementStatus status, LocalDate day) {
        return (agreement, query, criteria) -> {
            Predicate ended = criteria.lessThan(agreement.get("endsOn"), day);
            if (status == AgreementStatus.ENDED) {
                return ended;
            }
            Predicate startsLater = criteria.greaterThan(agreement.get("startsOn"), day);
            Predicate overdue = criteria.lessThan(agreement.get("reviewOn"), day);
            Predicate notEnded = criteria.or(criteria.isNull(agreement.get("endsOn")), criteria.not(ended));
            return switch (status) {
                case STARTS_LATER -> criteria.and(notEnded, startsLater);
                case REVIEW_OVERDUE -> criteria.and(notEnded, criteria.not(startsLater), overdue);
                default -> criteria.and(notEnded, criteria.not(startsLater), criteria.not(overdue));
            };
        };
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
