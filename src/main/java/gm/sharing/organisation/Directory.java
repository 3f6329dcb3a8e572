package gm.sharing.organisation;

import gm.sharing.PlainText;
import gm.sharing.Refused;
import gm.sharing.wording.Words;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations of Greater Manchester, by code and by name. */
@Service
@Transactional
public class Directory {

    /** Under which events of organisations are kept: they belong to no project. */
    public static final String EVENTS = "organisation";

    private static final Words WORDS = Words.in("organisation/succession");

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

    /**
     * Reads these organisations at once, as far as the directory lists them: asking for each of them costs nothing more in the
     * transaction that is open.
     */
    @Transactional(readOnly = true)
    public void readTogether(Collection<OrganisationCode> codes) {
        organisations.findByCodeIn(codes.stream().map(OrganisationCode::value).toList());
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
        return organisations.findByMember(member).stream()
                .filter(partnership -> partnership.succession().isEmpty())
                .toList();
    }

    /** The organisations that this one acts for, by name. */
    @Transactional(readOnly = true)
    public List<Organisation> actedForBy(OrganisationCode actingOrganisation) {
        return organisations.findByActedForByOrderByName(actingOrganisation);
    }

    /**
     * Those whose name, former name, name in law or code holds the words, by name, each with what it was called before.
     *
     * @param among the only ones to look at, or empty for all
     */
    @Transactional(readOnly = true)
    public Page<ListedOrganisation> search(String words, Optional<Set<OrganisationCode>> among, Pageable page) {
        Page<ListedOrganisation> found = organisations.search(
                among.isEmpty(),
                among.orElse(Set.of()).stream().map(OrganisationCode::value).toList(),
                pattern(words),
                page);
        Map<String, List<String>> before = found.isEmpty()
                ? Map.of()
                : organisations
                        .findFormerNames(found.map(ListedOrganisation::code).getContent())
                        .stream()
                        .collect(Collectors.groupingBy(
                                Organisations.Before::getCode,
                                Collectors.mapping(Organisations.Before::getName, Collectors.toList())));
        return found.map(one -> one.calledBefore(before.getOrDefault(one.code(), List.of())));
    }

    /**
     * Those that can be named and whose name, former name, name in law or code holds the words, by name.
     *
     * @param signing whether only those that sign for themselves are looked for
     * @param most how many at most
     */
    @Transactional(readOnly = true)
    public Page<ListedOrganisation> offered(String words, boolean signing, int most) {
        return organisations.searchThere(!signing, pattern(words), PageRequest.of(0, most));
    }

    private static String pattern(String words) {
        String sought = PlainText.sought(words).orElse("\uFFFF").toLowerCase(Locale.UK);
        return "%" + sought.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** A name in small letters and with single spaces: whoever writes it again may write it otherwise. */
    public static String plain(String name) {
        return name.strip().replaceAll("[\\s\\p{Zs}]+", " ").toLowerCase(Locale.UK);
    }

    /**
     * The organisation that is called so, in public or in law, or else one that was, however the name is written. Exact, however
     * many share its words: the database folds letters and spaces otherwise than {@link #plain}, so it gives all names.
     */
    @Transactional(readOnly = true)
    public Optional<Organisation> called(String name) {
        return called(name, organisations.findEveryName(), organisations.findEveryLegalName())
                .or(() -> called(name, organisations.findEveryFormerName(), organisations.findEveryFormerLegalName()));
    }

    private Optional<Organisation> called(
            String name, List<Organisations.Before> names, List<Organisations.Before> inLaw) {
        String sought = plain(name);
        return Stream.concat(names.stream(), inLaw.stream())
                .filter(other -> plain(other.getName()).equals(sought))
                .findFirst()
                .flatMap(other -> organisations.findById(other.getCode()));
    }

    /**
     * Whether an organisation may get this name.
     *
     * @throws Refused when another one has it
     */
    @Transactional(readOnly = true)
    public void mustBeFree(String name, OrganisationCode organisation) {
        String sought = plain(name);
        if (organisations.findEveryName().stream()
                .anyMatch(other -> plain(other.getName()).equals(sought)
                        && !other.getCode().equals(organisation.value()))) {
            throw Refused.of("name", "there is an organisation with this name already.");
        }
    }

    /**
     * Whether a new organisation may get this name.
     *
     * @throws Refused when another one has or had it
     */
    @Transactional(readOnly = true)
    public void mustBeNew(String name, OrganisationCode organisation) {
        mustBeFree(name, organisation);
        called(name).ifPresent(other -> {
            throw Refused.of("name", WORDS.text("named", Map.of("name", other.name())));
        });
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
        mustFit(organisation);
        organisations.save(organisation);
    }

    /**
     * Adds an organisation of which the caller knows that its code and its name are free, having all of them at hand.
     *
     * @throws Refused when a member is not a legal entity of the directory, or when the organisation that is to act for it
     *     cannot
     */
    public void addAmongMany(Organisation organisation) {
        mustFit(organisation);
        organisations.save(organisation);
    }

    /**
     * Whether those that an organisation names sign and act for it.
     *
     * @throws Refused when a member is not a legal entity of the directory, or when the organisation that is to act for it
     *     cannot
     */
    @Transactional(readOnly = true)
    public void mustFit(Organisation organisation) {
        organisation.members().forEach(member -> {
            if (!get(member).isLegalEntity()) {
                throw new Refused(nameOf(member) + " cannot sign for " + organisation.name()
                        + ", because it is not a legal entity itself.");
            }
        });
        OrganisationCode host = organisation.host();
        if (host != null) {
            get(host);
        }
        OrganisationCode acting = organisation.actedForBy();
        if (acting != null) {
            mustBeAbleToAct(get(acting), organisation);
        }
    }

    private void mustBeAbleToAct(Organisation acting, Organisation other) {
        if (!other.isLegalEntity()) {
            throw new Refused(other.name() + " is a partnership: its members act for it, and nobody else.");
        }
        if (!acting.isLegalEntity() || acting.actedForBy() != null) {
            throw new Refused(
                    acting.name() + " cannot act for " + other.name() + ", because it does not act for itself.");
        }
        if (!actedForBy(other.code()).isEmpty()) {
            throw new Refused(other.name() + " acts for others, so nobody can act for it.");
        }
    }
}
