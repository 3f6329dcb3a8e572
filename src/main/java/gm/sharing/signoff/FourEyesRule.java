package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationAccounts;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectLeads;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.wording.Words;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says of a project who may not decide in it. */
@Component
public class FourEyesRule {

    private static final Words WORDS = Words.in("sign-off/counterparties");

    private final ProjectLeads leads;
    private final People people;
    private final Projects projects;
    private final Directory directory;
    private final OrganisationAccounts accounts;

    FourEyesRule(
            ProjectLeads leads, People people, Projects projects, Directory directory, OrganisationAccounts accounts) {
        this.accounts = accounts;
        this.leads = leads;
        this.people = people;
        this.projects = projects;
        this.directory = directory;
    }

    /** What holds for decisions of a partner. */
    FourEyes of(SignOffId id) {
        return new FourEyes(
                leads.actedAsLead(id.reference()),
                () -> people.idsIn(Role.SIGNATORY.groupOf(id.partner())),
                this::accounts,
                capacity -> mustNotBeCounterparty(id, capacity));
    }

    /** Accounts with the same email address are one human's. */
    private Set<String> accounts(Person person) {
        return Stream.concat(
                        Stream.of(person.id()),
                        person.email().isEmpty()
                                ? Stream.of()
                                : accounts.withEmail(Set.of(person.email())).stream()
                                        .map(OrganisationAccounts.Account::id))
                .collect(Collectors.toSet());
    }

    /** An organisation that is part of another one is no other side. */
    private void mustNotBeCounterparty(SignOffId id, Capacity capacity) {
        OrganisationCode acting = capacity.through();
        if (acting != null
                && directory.get(id.partner()).succession().isEmpty()
                && Counterparties.areOpposite(projects.get(id.reference()).flows(), id.partner(), acting)) {
            throw new Refused(WORDS.text(
                    "decides", Map.of("acting", directory.nameOf(acting), "party", directory.nameOf(id.partner()))));
        }
    }

    /** What holds for decisions of the Information Board, which signs nothing. */
    FourEyes of(ProjectReference reference) {
        return new FourEyes(leads.actedAsLead(reference), Set::of);
    }

    /** Whether the person may decide in the role for the partner in this project. */
    public boolean lets(Person person, Role role, OrganisationCode partner, ProjectReference reference) {
        return of(reference).lets(person, role, partner);
    }
}
