package gm.sharing.organisation;

import gm.sharing.Refused;
import gm.sharing.wording.Words;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Whom an organisation names for its offices, for documents and partners. Who may act in the service is said by the groups
 * of accounts, not here.
 *
 * @param iaoName its information asset owner, who decides with or for the SIRO
 * @param caldicottNone whether it says that it has no Caldicott Guardian
 * @param caldicottNoneWhy why it needs none
 * @param delegation who signs up to which limit: its scheme of delegation, in words or as a link
 */
@Embeddable
public record Officers(
        @Nullable String dpoName,
        @Nullable String dpoEmail,
        @Nullable String iaoName,
        @Nullable String iaoEmail,
        @Nullable String caldicottName,
        @Nullable String caldicottEmail,
        boolean caldicottNone,
        @Nullable String caldicottNoneWhy,
        @Nullable String delegation) {

    private static final Words WORDS = Words.in("organisation/offices");

    /** Nobody is named. */
    public static final Officers NONE = new Officers(null, null, null, null, null, null, false, null, null);

    /** @throws Refused when a Caldicott Guardian is named and said to be missing, or missing without a reason */
    void mustFit() {
        if (caldicottNone && (caldicottName != null || caldicottEmail != null)) {
            throw Refused.of("caldicott-none", WORDS.text("guardian-or-none"));
        }
        if (caldicottNone != (caldicottNoneWhy != null)) {
            throw Refused.of("caldicott-none-why", WORDS.text("why-no-guardian"));
        }
    }

    Officers withDpo(@Nullable String name, @Nullable String email) {
        return new Officers(
                name,
                email,
                iaoName,
                iaoEmail,
                caldicottName,
                caldicottEmail,
                caldicottNone,
                caldicottNoneWhy,
                delegation);
    }
}
