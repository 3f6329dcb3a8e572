package gm.sharing.signoff;

import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.wording.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In what capacity somebody spoke for a partner, as it was at that moment.
 *
 * @param deputyFor the id of the person who was away; null when nobody's place was taken
 * @param deputyForName that person's name
 * @param organisation the organisation that acted for the partner; null when the partner acted itself
 * @param consent by which consent it did, in words; null when it needed none
 * @param soleHolder whether a reviewer signed as well, because nobody else could
 * @param mandate under which an officer signed; null for everybody else
 */
@Embeddable
public record ActedAs(
        @Nullable String deputyFor,
        @Nullable String deputyForName,
        @Column(name = "acting_organisation") @Nullable OrganisationCode organisation,
        @Column(name = "acting_consent") @Nullable String consent,
        boolean soleHolder,
        @Embedded @Nullable UnderMandate mandate) {

    private static final Words EVENTS = Words.in("sign-off/events");

    /** In their own right, for their own organisation. */
    static final ActedAs THEMSELVES = of(Capacity.OWN);

    static ActedAs of(Capacity capacity) {
        return new ActedAs(
                capacity.deputyFor(), capacity.deputyForName(), capacity.through(), capacity.consent(), false, null);
    }

    /** In plain words, a sentence for each; empty when they spoke in their own right for their own organisation. */
    public List<String> words(Function<OrganisationCode, String> nameOf) {
        List<String> words = new ArrayList<>();
        if (deputyFor != null) {
            words.add(EVENTS.text("deputy", Map.of("person", String.valueOf(deputyForName))));
        }
        if (organisation != null) {
            String acting = nameOf.apply(organisation);
            words.add(
                    consent == null
                            ? EVENTS.text("acted-for", Map.of("organisation", acting))
                            : EVENTS.text("acted-for-by-consent", Map.of("organisation", acting, "consent", consent)));
        }
        if (soleHolder) {
            words.add(EVENTS.text("sole-holder"));
        }
        if (mandate != null) {
            words.add(mandate.words());
        }
        return words;
    }

    /** Signs what they reviewed themselves. */
    ActedAs asSoleHolder() {
        return new ActedAs(deputyFor, deputyForName, organisation, consent, true, mandate);
    }

    /** Signs as an officer, in the place of a signatory. */
    ActedAs under(UnderMandate given) {
        return new ActedAs(deputyFor, deputyForName, organisation, consent, soleHolder, given);
    }
}
