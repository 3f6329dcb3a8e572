package gm.sharing.organisation;

import gm.sharing.wording.Words;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schemes by which an organisation shows how its information security is assured. */
@Embeddable
record Assurances(
        @Embedded @Nullable Dspt dspt, @Enumerated(EnumType.STRING) @Nullable CyberEssentials cyberEssentials) {

    /** Nothing is known. */
    static final Assurances NONE = new Assurances(null, null);

    Assurances with(Dspt result) {
        return new Assurances(result, cyberEssentials);
    }

    Assurances with(CyberEssentials certificate) {
        return new Assurances(dspt, certificate);
    }

    AssuranceLevel level(LocalDate on) {
        return dspt == null ? AssuranceLevel.NOT_SUBMITTED : dspt.assurance(on);
    }

    /** That nothing was submitted is said of those only who have to submit. */
    String inWords(Sector sector, LocalDate on) {
        List<String> schemes = new ArrayList<>();
        AssuranceLevel level = level(on);
        if (level != AssuranceLevel.NOT_SUBMITTED || sector.submitsToolkit()) {
            schemes.add(level.label());
        }
        if (cyberEssentials != null && cyberEssentials.isCertificate()) {
            schemes.add(cyberEssentials.label());
        }
        return schemes.isEmpty() ? Words.in("organisation/offices").text("not-applicable") : String.join(", ", schemes);
    }
}
