package gm.sharing.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The accounts of organisations' people, as administrators keep them on pages. What somebody may change is for the caller to
 * say; each change is in the security record, under the name of whoever made it.
 */
public interface OrganisationAccounts {

    /** Everybody who belongs to the organisation or holds a role in it, by name. */
    List<Account> of(OrganisationCode organisation);

    /** Those of these accounts that there are, by id. */
    Map<String, Account> find(Collection<String> ids);

    /** The accounts with one of these email addresses, whatever the case of its letters. */
    List<Account> withEmail(Collection<String> addresses);

    /** Those of these ids that no new account may have: somebody has or had it, or one that people would take for it. */
    Set<String> taken(Collection<String> ids);

    /** The same for ids of which people would take one for the other. */
    String looks(String id);

    /**
     * Those of these groups in which somebody is who can sign in: with a password or through a provider that knows them, and
     * whose account is not disabled.
     */
    Set<String> signedInTo(Collection<String> groups);

    /** Adds accounts without a password, with which nobody signs in. */
    void add(Collection<Account> accounts, Person by);

    /** Gives an account the name and the address that are given here. */
    void change(Account account, Person by);

    /** Puts somebody into a group. */
    void join(String id, String group, Person by);

    /** Takes somebody out of a group. */
    void leave(String id, String group, Person by);

    /** Nobody else changes who is in the group until the transaction at hand ends. */
    void lock(String group);

    /**
     * Gives an account the password that its person chose.
     *
     * @return what is wrong with the password, in sentences; empty when it is set
     */
    List<String> choosePassword(String id, String password);

    /**
     * An account.
     *
     * @param name as shown to others
     * @param email empty when none is known
     * @param password whether it has one; without it nobody signs in
     * @param groups that the person is in by themselves, not by what is lent to them
     */
    record Account(String id, String name, String email, boolean password, Set<String> groups) {

        public Account {
            groups = Set.copyOf(groups);
        }

        public boolean belongsTo(OrganisationCode organisation) {
            return groups.contains(Role.MEMBER.groupOf(organisation));
        }

        public boolean holds(Role role, OrganisationCode organisation) {
            return groups.contains(role.groupOf(organisation));
        }
    }
}
