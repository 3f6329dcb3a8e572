package gm.sharing.mandate;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;

/** Mandates as signatories of the demonstration give and end them. */
public final class GivenMandates {

    private final Mandates mandates;
    private final People people;

    public GivenMandates(BeanFactory beans) {
        this.mandates = beans.getBean(Mandates.class);
        this.people = beans.getBean(People.class);
    }

    /** For half a year from today; returns its number. */
    public long by(String giver, String organisation, String... kinds) {
        LocalDate today = LocalDate.now();
        return mandates.give(
                        new OrganisationCode(organisation),
                        new Offer(
                                new LinkedHashSet<>(List.of(kinds)),
                                "Senior Information Risk Owner",
                                today.toString(),
                                today.plusMonths(6).toString()),
                        people.find(giver).orElseThrow())
                .id();
    }

    public void revoke(long id, String organisation, String by) {
        mandates.revoke(new OrganisationCode(organisation), id, people.find(by).orElseThrow());
    }

    /** See {@link Mandates#holds}. */
    public boolean holds(long id) {
        return mandates.holds(mandates.of(new OrganisationCode("bolton")).stream()
                .filter(mandate -> mandate.id() == id)
                .findFirst()
                .orElseThrow());
    }

    public Mandate latest(String organisation) {
        return mandates.of(new OrganisationCode(organisation)).get(0);
    }
}
