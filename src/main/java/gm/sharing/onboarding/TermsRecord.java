package gm.sharing.onboarding;

import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which organisations accepted which terms. The database refuses to change or remove any of it. */
@Repository
class TermsRecord {

    private final JdbcClient jdbc;

    TermsRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * That an organisation accepted terms.
     *
     * @param role as it was held then, in words
     */
    record Acceptance(Terms terms, By by, String role) {

        public String digest() {
            return terms.digest();
        }
    }

    /** What an organisation accepted, the latest first. */
    List<Acceptance> of(OrganisationCode organisation) {
        return jdbc.sql(
                        """
                        select t.version, t.text, a.accepted_by, a.accepted_by_name, a.held_role, a.accepted_at
                        from terms_acceptance a join terms_text t on t.digest = a.digest
                        where a.organisation = :organisation order by a.accepted_at desc""")
                .param("organisation", organisation.value())
                .query((row, number) -> new Acceptance(
                        new Terms(row.getString("version"), row.getString("text")),
                        new By(
                                row.getString("accepted_by"),
                                row.getString("accepted_by_name"),
                                row.getObject("accepted_at", OffsetDateTime.class)
                                        .toInstant()),
                        row.getString("held_role")))
                .list();
    }

    /** By code of the organisations that accepted any terms, whether these are among them. */
    Map<String, Boolean> whoAccepted(Terms terms) {
        Map<String, Boolean> accepted = new HashMap<>();
        jdbc.sql(
                        "select distinct organisation, case when digest = :digest then 1 else 0 end as these from terms_acceptance")
                .param("digest", terms.digest())
                .query((row, number) ->
                        accepted.merge(row.getString("organisation"), row.getInt("these") == 1, Boolean::logicalOr))
                .list();
        return accepted;
    }

    boolean isAccepted(OrganisationCode organisation, Terms terms) {
        return jdbc.sql("select count(*) from terms_acceptance where organisation = :organisation and digest = :digest")
                        .param("organisation", organisation.value())
                        .param("digest", terms.digest())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(OrganisationCode organisation, Acceptance acceptance) {
        String digest = acceptance.digest();
        if (jdbc.sql("select digest from terms_text where digest = :digest")
                .param("digest", digest)
                .query(String.class)
                .list()
                .isEmpty()) {
            jdbc.sql("insert into terms_text (digest, version, text) values (:digest, :version, :text)")
                    .param("digest", digest)
                    .param("version", acceptance.terms().version())
                    .param("text", acceptance.terms().text())
                    .update();
        }
        jdbc.sql(
                        """
                        insert into terms_acceptance
                          (organisation, digest, accepted_by, accepted_by_name, held_role, accepted_at)
                        values (:organisation, :digest, :by, :byName, :role, :at)""")
                .param("organisation", organisation.value())
                .param("digest", digest)
                .param("by", acceptance.by().person())
                .param("byName", acceptance.by().name())
                .param("role", acceptance.role())
                .param("at", acceptance.by().at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
