package gm.sharing.steps.proposal;

import gm.sharing.code.CodesInForce;
import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Successions;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Option;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Organisations as choices of a form, each with the assurance of its information security beside its name. */
@Component
public class OrganisationOptions {

    private static final Words WORDS = Words.in("project/needs");

    /** Who is needed at every partner. */
    private static final List<Role> NEEDED = List.of(Role.IG_OFFICER, Role.SIGNATORY);

    private final Directory directory;
    private final People people;
    private final Successions successions;
    private final CodesInForce codes;
    private final Clock clock;

    OrganisationOptions(Directory directory, People people, Successions successions, CodesInForce codes, Clock clock) {
        this.successions = successions;
        this.codes = codes;
        this.directory = directory;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Everybody in the directory, partnerships too, so that choosing one tells who its members are. Beside an organisation
     * in which nobody can review or sign stands that, because the agreement would wait there.
     */
    List<Option> all() {
        List<Organisation> all = directory.all().stream()
                .filter(organisation -> organisation.succession().isEmpty())
                .toList();
        Set<String> held = people.held(all.stream()
                .filter(Organisation::isLegalEntity)
                .flatMap(organisation -> NEEDED.stream().map(office -> office.groupOf(organisation.code())))
                .toList());
        Function<Organisation, String> words = assurance();
        return all.stream()
                .map(organisation -> new Option(
                        withVacancies(organisation, held, words),
                        organisation.code().value()))
                .toList();
    }

    private String withVacancies(
            Organisation organisation, Set<String> held, Function<Organisation, String> assurance) {
        List<String> vacant = NEEDED.stream()
                .filter(office -> organisation.isLegalEntity() && !held.contains(office.groupOf(organisation.code())))
                .map(Role::words)
                .toList();
        String label = label(organisation, assurance);
        return switch (vacant.size()) {
            case 0 -> label;
            case 1 -> WORDS.text("one-vacant", Map.of("organisation", label, "office", vacant.get(0)));
            default ->
                WORDS.text(
                        "two-vacant", Map.of("organisation", label, "office", vacant.get(0), "other", vacant.get(1)));
        };
    }

    public List<Option> of(Collection<OrganisationCode> codes) {
        return options(codes.stream().map(directory::get));
    }

    List<Option> partnershipsOf(OrganisationCode member) {
        return options(directory.partnershipsOf(member).stream());
    }

    /** Those of them that are part of others now: they stay in the form until the lead names the others. */
    List<Option> ended(Collection<OrganisationCode> named) {
        return named.stream()
                .map(directory::get)
                .filter(organisation -> organisation.succession().isPresent())
                .map(organisation -> new Option(
                        successions.name(organisation), organisation.code().value()))
                .toList();
    }

    /** What stands beside a name, by one reading of the tables for all of them. */
    Function<Organisation, String> assurance() {
        AssuranceSchemes schemes = new AssuranceSchemes(codes.now());
        LocalDate today = LocalDate.now(clock);
        return organisation -> schemes.inWords(organisation, today);
    }

    private List<Option> options(Stream<Organisation> organisations) {
        Function<Organisation, String> assurance = assurance();
        return organisations
                .map(organisation -> new Option(
                        label(organisation, assurance), organisation.code().value()))
                .toList();
    }

    private static String label(Organisation organisation, Function<Organisation, String> assurance) {
        return organisation.isLegalEntity()
                ? WORDS.text(
                        "assurance",
                        Map.of("organisation", organisation.name(), "assurance", assurance.apply(organisation)))
                : WORDS.text("partnership", Map.of("organisation", organisation.name()));
    }
}
