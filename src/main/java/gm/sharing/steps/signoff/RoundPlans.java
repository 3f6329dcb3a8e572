package gm.sharing.steps.signoff;

import gm.sharing.Refused;
import gm.sharing.agreement.AgreementVersion;
import gm.sharing.agreement.Agreements;
import gm.sharing.document.Change;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.signoff.RoundPlan;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.StandingSignature;
import gm.sharing.signoff.Widening;
import gm.sharing.signoff.Widenings;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Plans whom the newest version goes to, and says why. At first all who sign are asked; later those whom the changes since
 * their own signature concern, those whose signature does not stand, and those whom the lead asks as well.
 */
@Component
public class RoundPlans {

    private static final Words WORDS = Words.in("sign-off/round-plan");

    private static final int NAMED_PARTS = 12;

    private final Projects projects;
    private final Agreements agreements;
    private final SignOffs signOffs;
    private final Widenings widenings;
    private final Deciders deciders;
    private final SignOffTables tables;

    RoundPlans(
            Projects projects,
            Agreements agreements,
            SignOffs signOffs,
            Widenings widenings,
            Deciders deciders,
            SignOffTables tables) {
        this.projects = projects;
        this.deciders = deciders;
        this.agreements = agreements;
        this.signOffs = signOffs;
        this.widenings = widenings;
        this.tables = tables;
    }

    /**
     * Whom the newest version goes to.
     *
     * @throws Refused when by the tables nobody signs
     */
    public RoundPlan of(ProjectReference reference) {
        var project = projects.get(reference);
        var signing = signing(project);
        if (signing.isEmpty()) {
            throw new Refused(
                    "By the table sign-off-roles no partner signs, so there is nobody to send the agreement to.");
        }
        return new Planning(project, agreements.latest(reference), signing).plan();
    }

    /** How many people sign for each partner that signs. */
    private Map<OrganisationCode, Integer> signing(SharingProject project) {
        Map<OrganisationCode, Integer> signing = new LinkedHashMap<>();
        deciders.of(project).forEach((partner, who) -> {
            if (who.signatories() > 0) {
                signing.put(partner, who.signatories());
            }
        });
        return signing;
    }

    /** One plan, in which every earlier version is compared and every section looked up once. */
    private class Planning {

        private final ProjectReference reference;
        private final AgreementVersion version;
        private final Map<OrganisationCode, Integer> signing;
        private final Map<OrganisationCode, SignOff> lastAsked;
        private final Optional<Widening> widening;
        private final Map<String, List<Change>> changesSince = new HashMap<>();
        private final Map<String, Materiality> materiality = new HashMap<>();
        private final List<RoundPlan.Asked> asked = new ArrayList<>();
        private final List<StandingSignature> standing = new ArrayList<>();

        Planning(SharingProject project, AgreementVersion version, Map<OrganisationCode, Integer> signing) {
            this.reference = project.reference();
            this.version = version;
            this.signing = signing;
            this.widening = widenings.of(reference, version.number());
            this.lastAsked = signOffs.of(reference).stream()
                    .collect(Collectors.toMap(SignOff::partner, Function.identity(), (earlier, later) -> later));
        }

        RoundPlan plan() {
            signing.keySet().forEach(this::place);
            return new RoundPlan(asked, standing);
        }

        private void place(OrganisationCode partner) {
            var last = lastAsked.get(partner);
            if (last == null) {
                ask(partner, WORDS.text("first"));
            } else if (!last.isSigned()) {
                ask(partner, unsigned(last));
            } else {
                placeSigned(partner, last.agreedVersion());
            }
        }

        private void placeSigned(OrganisationCode partner, String signed) {
            var changes =
                    changesSince.computeIfAbsent(signed, from -> agreements.changes(reference, from, version.number()));
            var concerning =
                    changes.stream().filter(change -> concerns(change, partner)).toList();
            var widened = widening.filter(more -> more.partners().contains(partner));
            if (concerning.isEmpty() && widened.isPresent()) {
                ask(
                        partner,
                        WORDS.text(
                                "asked-as-well",
                                Map.of(
                                        "version",
                                        signed,
                                        "reason",
                                        widened.get().reason())));
            } else if (concerning.isEmpty()) {
                standing.add(new StandingSignature(partner, signed, unconcerned(signed, changes)));
            } else {
                ask(partner, WORDS.text("concerned", Map.of("version", signed, "changes", parts(concerning))));
            }
        }

        private void ask(OrganisationCode partner, String because) {
            asked.add(new RoundPlan.Asked(partner, because, signing.getOrDefault(partner, 1)));
        }

        private boolean concerns(Change change, OrganisationCode partner) {
            return materiality
                    .computeIfAbsent(change.section(), tables::materiality)
                    .concerns(change, partner);
        }
    }

    private static String unsigned(SignOff last) {
        String key =
                switch (last.state()) {
                    case CHANGES_REQUESTED -> "changes-requested";
                    case SIGNATURE_WITHDRAWN -> "signature-withdrawn";
                    case REFUSED -> "refused";
                    default -> "undecided";
                };
        return WORDS.text(key, Map.of("version", last.agreedVersion()));
    }

    private static String unconcerned(String signed, List<Change> changes) {
        return changes.isEmpty()
                ? WORDS.text("unchanged", Map.of("version", signed))
                : WORDS.text("unconcerned", Map.of("version", signed, "changes", parts(changes)));
    }

    private static String parts(List<Change> changes) {
        var titles = changes.stream().map(Change::title).distinct().toList();
        var named = titles.stream().limit(NAMED_PARTS).collect(Collectors.joining("; "));
        return titles.size() <= NAMED_PARTS
                ? named
                : WORDS.text("more", Map.of("parts", named, "number", titles.size() - NAMED_PARTS));
    }
}
