package gm.sharing.organisation;

import gm.sharing.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations of Greater Manchester, by code and by name. */
@Service
@Transactional
public class Directory {

    private final Organisations organisations;

    Directory(Organisations organisations) {
        this.organisations = organisations;
    }

    @Transactional(readOnly = true)
    public Optional<Organisation> find(OrganisationCode code) {
        return organisations.findById(code.value());
    }

    /**
     * The organisation with this code.
     *
     * @throws Refused when no organisation has this code
     */
    @Transactional(readOnly = true)
    public Organisation get(OrganisationCode code) {
        return find(code)
                .orElseThrow(
                        () -> new Refused("There is no organisation with the code \"" + code + "\" in the directory."));
    }

    /**
     * The name of the organisation with this code.
     *
     * @throws Refused when no organisation has this code
     */
    @Transactional(readOnly = true)
    public String nameOf(OrganisationCode code) {
        return get(code).name();
    }

    /** The names of these organisations, as far as the directory lists them. */
    @Transactional(readOnly = true)
    public Map<OrganisationCode, String> namesOf(Collection<OrganisationCode> codes) {
        return organisations
                .findNamesByCodeIn(codes.stream().map(OrganisationCode::value).toList())
                .stream()
                .collect(Collectors.toMap(named -> new OrganisationCode(named.code()), Organisations.Name::name));
    }

    /** Every organisation, by name. */
    @Transactional(readOnly = true)
    public List<Organisation> all() {
        return organisations.findAllByOrderByName().stream()
                .filter(Organisation::hasCode)
                .toList();
    }

    /** Rows that somebody wrote past this directory and that take part in nothing, because their code is none. */
    @Transactional(readOnly = true)
    List<Organisation> withoutCode() {
        return organisations.findAllByOrderByName().stream()
                .filter(organisation -> !organisation.hasCode())
                .toList();
    }

    /** The partnerships that this organisation signs for, by name. */
    @Transactional(readOnly = true)
    public List<Organisation> partnershipsOf(OrganisationCode member) {
        return organisations.findByMember(member);
    }

    /** The organisations that this one acts for, by name. */
    @Transactional(readOnly = true)
    public List<Organisation> actedForBy(OrganisationCode actingOrganisation) {
        return organisations.findByActedForByOrderByName(actingOrganisation);
    }

    /**
     * Adds an organisation.
     *
     * @throws Refused when its code or its name is taken, when a member is not a legal entity of the directory, or when
     *     the organisation that is to act for it cannot
     */
    public void add(Organisation organisation) {
        if (organisations.existsByCode(organisation.code().value())) {
            throw new Refused("The code \"" + organisation.code() + "\" is taken.");
        }
        if (organisations.existsByName(organisation.name())) {
            throw new Refused("There is an organisation with the name \"" + organisation.name() + "\" already.");
        }
        organisation.members().forEach(member -> {
            if (!get(member).isLegalEntity()) {
                throw new Refused(nameOf(member) + " cannot sign for " + organisation.name()
                        + ", because it is not a legal entity itself.");
            }
        });
        OrganisationCode acting = organisation.actedForBy();
        if (acting != null) {
            mustBeAbleToAct(get(acting), organisation);
        }
        organisations.save(organisation);
    }

    private static void mustBeAbleToAct(Organisation acting, Organisation other) {
        if (!other.isLegalEntity()) {
            throw new Refused(other.name() + " is a partnership: its members act for it, and nobody else.");
        }
        if (!acting.isLegalEntity() || acting.actedForBy() != null) {
            throw new Refused(
                    acting.name() + " cannot act for " + other.name() + ", because it does not act for itself.");
        }
    }
}
