package gm.sharing.organisation;

import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.wording.Words;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation says of itself row by row: its assurances by scheme, its signatories and processors by number. Beside them
 * stands its consent to whoever acts for it.
 */
@Embeddable
public class Particulars {

    private static final Words TEXTS = Words.in("organisation/assurance");

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "organisation_assurance", joinColumns = @JoinColumn(name = "organisation"))
    @MapKeyColumn(name = "scheme")
    @Fetch(FetchMode.SUBSELECT)
    private Map<String, Assurance> assurances = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "organisation_signatory", joinColumns = @JoinColumn(name = "organisation"))
    @MapKeyColumn(name = "number")
    @Fetch(FetchMode.SUBSELECT)
    private Map<Integer, Signatory> signatories = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "organisation_processor", joinColumns = @JoinColumn(name = "organisation"))
    @MapKeyColumn(name = "number")
    @Fetch(FetchMode.SUBSELECT)
    private Map<Integer, Processor> processors = new HashMap<>();

    @Embedded
    private @Nullable Consent consent;

    protected Particulars() {}

    /** By code of the scheme. */
    public Map<String, Assurance> assurances() {
        return Map.copyOf(assurances);
    }

    /** By number; to be read in the transaction in which the organisation was found, as the processors. */
    public SortedMap<Integer, Signatory> signatories() {
        return new TreeMap<>(signatories);
    }

    public SortedMap<Integer, Processor> processors() {
        return new TreeMap<>(processors);
    }

    /**
     * Says how far the organisation is with a scheme.
     *
     * @param assurance null when nothing is said any more
     * @throws Refused when it says neither a result nor why there is none, or both, or days that cannot be
     */
    public void assure(String scheme, @Nullable Assurance assurance) {
        if (assurance == null) {
            assurances.remove(scheme);
            return;
        }
        List<Complaint> complaints = new ArrayList<>();
        if ((assurance.result() == null) == (assurance.notApplicable() == null)) {
            complaints.add(Complaint.of("result", TEXTS.text("either-or")));
        }
        if (assurance.reachedOn() != null
                && assurance.validUntil() != null
                && assurance.validUntil().isBefore(assurance.reachedOn())) {
            complaints.add(Complaint.of("valid-until", TEXTS.text("after-reached")));
        }
        if (!complaints.isEmpty()) {
            throw new Refused(complaints);
        }
        assurances.put(scheme, assurance);
    }

    /** Names somebody who signs; null takes the row out. */
    public void sign(int number, @Nullable Signatory signatory) {
        put(signatories, number, signatory);
    }

    /** Names somebody who processes for it; null takes the row out. */
    public void process(int number, @Nullable Processor processor) {
        put(processors, number, processor);
    }

    /** That another organisation acts for it; empty where nobody does, or nothing was said of it. */
    Optional<Consent> consent() {
        return Optional.ofNullable(consent);
    }

    /** Lets nobody act for it from now on. */
    public void withdrawConsent() {
        this.consent = null;
    }

    /**
     * Lets another organisation act for it.
     *
     * @throws Refused with everything that is missing or cannot be
     */
    public void consent(Consent given, LocalDate today) {
        given.mustFit(today);
        this.consent = given;
    }

    private static <T> void put(Map<Integer, T> rows, int number, @Nullable T row) {
        if (row == null) {
            rows.remove(number);
        } else {
            rows.put(number, row);
        }
    }
}
