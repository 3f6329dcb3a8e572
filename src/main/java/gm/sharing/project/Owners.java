package gm.sharing.project;

import gm.sharing.Refused;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who can see to something that a project promises: its lead, those who hold a role in an organisation that takes part,
 * or somebody in the lead organisation whom the lead asks.
 * An owner is known by {@link #LEAD} or by the role's group, for example {@code ig-bolton}.
 */
@Component
public class Owners {

    /** The lead of the project, whoever that is at the time. */
    public static final String LEAD = "lead";

    /** A data protection officer monitors what others do and answers for none of it (Article 38(6) of UK GDPR). */
    private static final List<Role> ROLES = List.of(Role.IG_OFFICER, Role.SIGNATORY, Role.CALDICOTT_GUARDIAN);

    /** Measures of before may be theirs and keep their names. */
    private static final List<Role> OF_BEFORE = List.of(Role.DPO);

    /** Whoever answers for a thing without an account here: the lead asks them and confirms it. */
    private static final Map<String, String> FREE =
            free("information-asset-owner", "head-of-service", "it-security", "supplier-manager");

    private static final Words WORDS = Words.in("project/words");

    private final Directory directory;
    private final People people;

    Owners(Directory directory, People people) {
        this.directory = directory;
        this.people = people;
    }

    /** Everybody who can be chosen: the lead first, then the lead organisation, then the partners. Roles that nobody
     * holds are left out; whoever needs no account here is reached through the lead. */
    public List<String> of(SharingProject project) {
        return of(Stream.concat(
                Stream.of(project.leadOrganisation()),
                project.partners().stream().map(Partner::organisation)));
    }

    /**
     * Who can see to what a partner asks for: the lead first, then the lead organisation and the partner itself. What
     * another partner has to do is the lead's to see to, who can ask it.
     */
    public List<String> forPartner(OrganisationCode partner, Headline project) {
        return of(Stream.of(project.leadOrganisation(), partner));
    }

    private List<String> of(Stream<OrganisationCode> organisations) {
        List<String> groups = organisations
                .distinct()
                .flatMap(organisation -> ROLES.stream().map(role -> role.groupOf(organisation)))
                .toList();
        return Stream.concat(
                        Stream.concat(Stream.of(LEAD), FREE.keySet().stream()),
                        groups.stream().filter(people.held(groups)::contains))
                .toList();
    }

    /** The keys of their words by the code that is kept. */
    private static Map<String, String> free(String... keys) {
        Map<String, String> free = new LinkedHashMap<>();
        Stream.of(keys).forEach(key -> free.put(LEAD + "-" + key, key));
        return free;
    }

    /** Who is asked whether it is done: the owner, or the lead for whoever has no account here. */
    public static String asked(String owner) {
        return FREE.containsKey(owner) ? LEAD : owner;
    }

    /**
     * The owner as people know it: "Project lead", "IG officer, Bolton Council".
     *
     * @throws Refused when there is no such owner
     */
    public String nameOf(String owner) {
        if (LEAD.equals(owner)) {
            return Role.PROJECT_LEAD.label();
        }
        String free = FREE.get(owner);
        if (free != null) {
            return WORDS.text(free);
        }
        Role role = Role.ofGroup(owner)
                .filter(office -> ROLES.contains(office) || OF_BEFORE.contains(office))
                .orElseThrow(() ->
                        new Refused("“" + owner + "” cannot be responsible for a measure. Choose from the list."));
        return role.label() + ", " + directory.nameOf(role.organisationIn(owner));
    }
}
