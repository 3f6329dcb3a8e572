package gm.sharing.steps.signoff;

import gm.sharing.Refused;
import gm.sharing.agreement.Agreements;
import gm.sharing.document.Change;
import gm.sharing.mandate.Mandate;
import gm.sharing.mandate.MandateKinds;
import gm.sharing.mandate.Mandates;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.signoff.Decisions;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.Signature;
import gm.sharing.signoff.StatedCondition;
import gm.sharing.signoff.UnderMandate;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Under which standing mandate an officer of a partner decides in the place of its signatory: a signatory of the partner itself
 * signed an earlier version, everything that changed since then is of kinds that one mandate in force covers, its conditions can still be met, one signature is
 * needed, and nobody else acts for the partner. It is asked when the task is made and again when its form comes in.
 */
@Component
class MandateRule {

    /** The variable that says whether the partner's last decision was an officer's under a mandate. */
    static final String MANDATED = "mandated";

    private static final Words WORDS = Words.in("sign-off/mandate");

    /** Sections that bind the organisations at the ends of a flow; between others they concern nobody else. */
    private static final Set<String> OF_SOME = Set.of("partner", "flow", "lawful-basis");

    /** Sections with this key are as different as security and onward use: each item is a kind of its own. */
    private static final Set<String> OF_ITEMS = Set.of("arrangements");

    /** What is said of the organisation itself as a party is not what is said of others: no table lists it. */
    private static final Map<String, String> OWN = Map.of(MandateKinds.OTHERS, "own-part");

    private final Mandates mandates;
    private final SignOffs signOffs;
    private final Agreements agreements;
    private final Decisions decisions;
    private final Directory directory;
    private final Clock clock;

    MandateRule(
            Mandates mandates,
            SignOffs signOffs,
            Agreements agreements,
            Decisions decisions,
            Directory directory,
            Clock clock) {
        this.clock = clock;
        this.mandates = mandates;
        this.signOffs = signOffs;
        this.agreements = agreements;
        this.decisions = decisions;
        this.directory = directory;
    }

    /**
     * A mandate that covers what a partner is asked.
     *
     * @param base what its signatory signed, since when nothing else changed
     */
    record Covered(Mandate mandate, SignOff base) {}

    /** Empty where a signatory has to decide. */
    Optional<Covered> of(SignOffId id) {
        List<Mandate> inForce = mandates.inForce(id.partner());
        if (inForce.isEmpty() || directory.get(id.partner()).actedForBy() != null) {
            return Optional.empty();
        }
        SignOff asked = signOffs.get(id);
        return asked.asking().signatories() > 1
                ? Optional.empty()
                : signOffs.signedBySignatoryBefore(id)
                        .filter(base -> canBeKept(base.conditions()))
                        .flatMap(base -> mandates.covering(inForce, changed(base, asked))
                                .map(mandate -> new Covered(mandate, base)));
    }

    private boolean canBeKept(List<StatedCondition> conditions) {
        LocalDate today = LocalDate.now(clock);
        return conditions.stream().allMatch(condition -> condition.isOpen(today));
    }

    private Set<String> changed(SignOff base, SignOff asked) {
        return agreements.changes(asked.reference(), base.agreedVersion(), asked.agreedVersion()).stream()
                .map(change -> kind(change, asked.partner()))
                .collect(Collectors.toSet());
    }

    /** Of which kind a change is for a partner. */
    static String kind(Change change, OrganisationCode partner) {
        if (OF_ITEMS.contains(change.section()) && !change.item().isEmpty()) {
            return change.section() + "." + change.item();
        }
        if (!OF_SOME.contains(change.section())) {
            return change.section();
        }
        if (!change.touches().isEmpty() && !change.touches().contains(partner)) {
            return MandateKinds.OTHERS;
        }
        return OWN.getOrDefault(change.section(), change.section());
    }

    /**
     * Whether somebody decides as one of the partner's IG officers: whoever is no signatory there, and a signatory's deputy who
     * reviewed the version and so cannot decide as that, while a mandate covers it.
     */
    boolean concerns(SignOffId id, Person by) {
        if (!by.holds(Role.IG_OFFICER, id.partner())) {
            return false;
        }
        return !by.holds(Role.SIGNATORY, id.partner())
                || (by.holdsInOwnRight(Role.IG_OFFICER, id.partner())
                        && by.capacities(Role.SIGNATORY, id.partner()).stream()
                                .allMatch(capacity -> capacity.onBehalfOf().isPresent())
                        && signOffs.get(id).said().reviews().isBy(by)
                        && of(id).isPresent());
    }

    /** @throws Refused when no mandate covers it at this moment */
    Covered require(SignOffId id) {
        return of(id).orElseThrow(() -> new Refused(WORDS.text("not-covered")));
    }

    /**
     * An officer decides in the place of the signatory.
     *
     * @throws Refused when no mandate covers it at this moment, or a signatory has to decide this
     */
    void sign(SignOffId id, Signature signature, Person by) {
        Covered covered = require(id);
        if (!mandates.holds(covered.mandate())) {
            throw new Refused(WORDS.text("not-covered"));
        }
        decisions.sign(
                id,
                signature,
                under(covered.mandate()),
                covered.mandate().giver().person(),
                covered.base().id(),
                by);
        mandates.used(
                covered.mandate(),
                id.reference().value(),
                signOffs.get(id).agreedVersion(),
                signature.decision().label().toLowerCase(Locale.UK),
                by);
    }

    private UnderMandate under(Mandate mandate) {
        return new UnderMandate(
                mandate.id(),
                mandate.giver().name(),
                mandate.giverPost(),
                mandate.giver().on(),
                mandate.lastDay(),
                mandates.words(mandate));
    }

    private static String listed(SignOff base) {
        return base.conditions().stream()
                .map(condition -> Markdown.plain(condition.words()))
                .collect(Collectors.joining("; "));
    }

    /** What the form says of it, in Markdown; empty where no officer has the task. */
    Optional<String> shown(FormTask task, Optional<Covered> asked) {
        Map<String, Object> told = new HashMap<>(Map.of("address", Mandates.page(task.partner())));
        return asked.map(covered -> {
                    under(covered.mandate())
                            .told()
                            .forEach((key, value) -> told.put(key, Markdown.plain(String.valueOf(value))));
                    told.put("version", covered.base().agreedVersion());
                    told.put(
                            "conditions",
                            covered.base().conditions().isEmpty()
                                    ? WORDS.text("no-conditions-then")
                                    : WORDS.text("conditions-then", Map.of("list", listed(covered.base()))));
                    return WORDS.text("form", told);
                })
                .or(() -> task.candidates().get().contains(Role.IG_OFFICER.groupOf(task.partner()))
                        ? Optional.of(WORDS.text("form-over", told))
                        : Optional.empty());
    }
}
