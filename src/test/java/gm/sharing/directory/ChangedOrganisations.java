package gm.sharing.directory;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;

/** Changes organisations as the service's administrators do on their pages, for tests of what follows. */
public final class ChangedOrganisations {

    static final Person ADMINISTRATOR = new Person("admin", "Administrator", "", Set.of(Role.ADMINISTRATOR.group()));

    private final OrganisationChanges changes;
    private final ShownOrganisations shown;

    public ChangedOrganisations(BeanFactory beans) {
        this.changes = beans.getBean(OrganisationChanges.class);
        this.shown = beans.getBean(ShownOrganisations.class);
    }

    /** Types these in the page of a part that otherwise stays as it is: key, value, key, value. */
    public void change(String code, String part, String... typed) {
        var organisation = new OrganisationCode(code);
        var asked = Part.of(part).orElseThrow();
        var now = shown.toChange(organisation, asked);
        Map<String, String> fields = new HashMap<>(now.values());
        for (int at = 0; at < typed.length; at += 2) {
            fields.put(typed[at], typed[at + 1]);
        }
        changes.change(
                organisation,
                asked,
                fields.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue()))),
                now.version(),
                ADMINISTRATOR);
    }
}
