package gm.sharing.invitation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The stored invitations. */
interface StoredInvitations extends Repository<Invitation, String> {

    List<Invitation> saveAll(Iterable<Invitation> invitations);

    Optional<Invitation> findById(String person);

    List<Invitation> findByPersonIn(Collection<String> people);

    Optional<Invitation> findByLinkDigest(String digest);
}
