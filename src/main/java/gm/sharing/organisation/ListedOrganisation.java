package gm.sharing.organisation;

import java.util.List;

/**
 * An organisation as a list shows it.
 *
 * @param formerly what it was called before, the latest first
 */
public record ListedOrganisation(String code, String name, Sector sector, boolean legalEntity, List<String> formerly) {

    public ListedOrganisation {
        formerly = List.copyOf(formerly);
    }

    ListedOrganisation(String code, String name, Sector sector, boolean legalEntity) {
        this(code, name, sector, legalEntity, List.of());
    }

    ListedOrganisation calledBefore(List<String> names) {
        return new ListedOrganisation(code, name, sector, legalEntity, names);
    }
}
