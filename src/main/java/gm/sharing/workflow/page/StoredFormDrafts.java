package gm.sharing.workflow.page;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The stored drafts. */
interface StoredFormDrafts extends Repository<FormDraft, Long> {

    FormDraft saveAndFlush(FormDraft draft);

    Optional<FormDraft> findByFormAndPerson(String form, String person);

    void deleteByFormAndPerson(String form, String person);

    void deleteBySavedAtBefore(Instant moment);
}
