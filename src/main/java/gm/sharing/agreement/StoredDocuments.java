package gm.sharing.agreement;

import org.springframework.data.jpa.repository.JpaRepository;

/** The stored documents, apart from the versions because they are large. */
interface StoredDocuments extends JpaRepository<AgreementDocument, Long> {}
