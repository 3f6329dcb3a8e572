package gm.sharing.project;

import static java.util.stream.Collectors.joining;

import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Organisations that send or receive, as rules choose among them and name them. */
record Parties(Function<OrganisationCode, Organisation> directory) {

    List<OrganisationCode> of(Set<Sector> sectors, Collection<OrganisationCode> codes) {
        return codes.stream()
                .filter(code -> sectors.contains(directory.apply(code).sector()))
                .toList();
    }

    String names(Collection<OrganisationCode> codes) {
        return codes.stream().map(code -> directory.apply(code).name()).collect(joining(", "));
    }

    static List<OrganisationCode> without(
            Collection<OrganisationCode> processors, List<OrganisationCode> organisations) {
        return organisations.stream().filter(code -> !processors.contains(code)).toList();
    }
}
