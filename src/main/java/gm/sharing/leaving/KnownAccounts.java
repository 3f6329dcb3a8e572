package gm.sharing.leaving;

import gm.sharing.organisation.OrganisationCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/** All accounts, also those that may not act; kept by the engine. */
public interface KnownAccounts {

    /** The account; empty when there is none, or none any more. */
    Optional<KnownAccount> find(String id);

    /** Those of the accounts that there are, in one statement. */
    List<KnownAccount> find(Collection<String> ids);

    /** Those who may act and lead projects of these organisations in their own right, by name. */
    List<KnownAccount> leadsOf(Collection<OrganisationCode> organisations);

    /**
     * Accounts by name, however many there are in a few statements.
     *
     * @param words part of a name or an id; empty for all
     * @param among the organisations to which they belong; empty for all accounts
     */
    Page<KnownAccount> search(String words, Optional<? extends Collection<OrganisationCode>> among, Pageable page);
}
