package gm.sharing.agreement;

import jakarta.persistence.criteria.Predicate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    /** Those that hold every word, which is in plain letters, and have this status on the day, by title. */
    default Page<Agreement> holding(
            List<String> words, Optional<AgreementStatus> status, LocalDate day, Pageable page) {
        Specification<Agreement> matching =
                status.map(one -> standing(one, day)).orElseGet(Specification::unrestricted);
        for (String word : words) {
            String pattern = "%" + escaped(word) + "%";
            matching = matching.and((agreement, query, criteria) -> criteria.or(
                    criteria.like(
                            criteria.function(
                                    "translate",
                                    String.class,
                                    agreement.get("words"),
                                    criteria.literal(PlainLetters.FROM),
                                    criteria.literal(PlainLetters.TO)),
                            pattern,
                            '\\'),
                    criteria.like(criteria.lower(agreement.get("reference")), pattern, '\\')));
        }
        return findAll(
                matching,
                page.isUnpaged()
                        ? Pageable.unpaged(BY_TITLE)
                        : PageRequest.of(page.getPageNumber(), page.getPageSize(), BY_TITLE));
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
