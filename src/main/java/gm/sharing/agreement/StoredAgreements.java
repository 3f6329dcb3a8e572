package gm.sharing.agreement;

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

    /** Those that hold every word, which is in plain letters, by title. */
    default Page<Agreement> holding(List<String> words, Pageable page) {
        Specification<Agreement> matching = Specification.unrestricted();
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

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
