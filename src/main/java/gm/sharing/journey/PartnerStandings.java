package gm.sharing.journey;

import gm.sharing.Dates;
import gm.sharing.code.CodesInForce;
import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Successions;
import gm.sharing.project.Partner;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.Position;
import gm.sharing.signoff.Rounds;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.SignatureWithdrawals;
import gm.sharing.signoff.Statement;
import gm.sharing.signoff.Step;
import gm.sharing.signoff.UnderMandate;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says how far each partner's sign-off is, as far as a person may know. */
@Component
@Transactional(readOnly = true)
class PartnerStandings {

    private static final Words WORDS = Words.in("journey/record");

    private final SignOffs signOffs;
    private final Rounds rounds;
    private final SignatureWithdrawals withdrawals;
    private final Directory directory;
    private final Successions successions;
    private final CodesInForce codes;
    private final People people;
    private final Clock clock;

    PartnerStandings(
            SignOffs signOffs,
            Rounds rounds,
            SignatureWithdrawals withdrawals,
            Directory directory,
            Successions successions,
            CodesInForce codes,
            People people,
            Clock clock) {
        this.people = people;
        this.signOffs = signOffs;
        this.rounds = rounds;
        this.withdrawals = withdrawals;
        this.directory = directory;
        this.successions = successions;
        this.codes = codes;
        this.clock = clock;
    }

    List<ProjectRecord.PartnerStanding> of(ProjectAccess access) {
        Map<OrganisationCode, SignOff> latest = new HashMap<>();
        signOffs.of(access.project().reference()).forEach(signOff -> latest.put(signOff.partner(), signOff));
        Map<OrganisationCode, Position> positions =
                signOffs.positions(access.project().reference());
        Map<OrganisationCode, String> because = reasons(access.project().reference(), latest.values());
        AssuranceSchemes schemes = new AssuranceSchemes(codes.now());
        Set<String> held = people.held(access.project().partners().stream()
                .map(partner -> Role.SIGNATORY.groupOf(partner.organisation()))
                .toList());
        return access.project().partners().stream()
                .map(partner -> standing(
                        partner,
                        latest.get(partner.organisation()),
                        because.get(partner.organisation()),
                        positions.get(partner.organisation()),
                        schemes,
                        held,
                        access))
                .toList();
    }

    /** Why each partner is asked in the latest round, or its signature stands there; in the first round all are asked. */
    private Map<OrganisationCode, String> reasons(ProjectReference reference, Collection<SignOff> latest) {
        Map<OrganisationCode, String> reasons = new HashMap<>();
        rounds.of(reference).stream()
                .filter(round -> round.number() > 1)
                .reduce((earlier, later) -> later)
                .ifPresent(round -> {
                    round.standing().forEach(standing -> reasons.put(standing.partner(), standing.because()));
                    latest.stream()
                            .filter(signOff -> signOff.round() == round.number())
                            .forEach(signOff -> Optional.ofNullable(
                                            signOff.asking().because())
                                    .ifPresent(because -> reasons.put(signOff.partner(), because)));
                });
        return reasons;
    }

    private ProjectRecord.PartnerStanding standing(
            Partner partner,
            @Nullable SignOff signOff,
            @Nullable String because,
            @Nullable Position position,
            AssuranceSchemes schemes,
            Set<String> held,
            ProjectAccess access) {
        Organisation organisation = directory.get(partner.organisation());
        return new ProjectRecord.PartnerStanding(
                successions.name(organisation),
                schemes.inWords(organisation, LocalDate.now(clock)),
                partner.role().label(),
                partner.part().label(),
                state(signOff, access),
                signatory(partner.organisation(), signOff, held, access),
                due(partner.organisation(), signOff, access),
                signOff == null ? null : signOff.agreedVersion(),
                signOff != null && signOff.isLate() && access.maySeeReviewOf(signOff.partner()),
                access.maySeeReviewOf(partner.organisation()) ? because : null,
                access.maySeeReviewOf(partner.organisation()) ? position : null,
                signOff == null ? null : mandate(signOff, access));
    }

    private static @Nullable String mandate(SignOff signOff, ProjectAccess access) {
        return Optional.of(signOff)
                .filter(decided -> maySeeWhoSigned(decided.partner(), access))
                .flatMap(decided -> decided.said().at(Step.SIGNATURE))
                .map(said -> said.speaker().actedAs().mandate())
                .map(UnderMandate::words)
                .orElse(null);
    }

    /**
     * Other partners read who signed once the agreement is published: before that they would read between the lines who did not.
     */
    private static String signatory(
            OrganisationCode partner, @Nullable SignOff signOff, Set<String> held, ProjectAccess access) {
        if (signOff != null && signOff.isSigned() && maySeeWhoSigned(partner, access)) {
            return Stream.of(Step.SIGNATURE, Step.SECOND_SIGNATURE)
                    .flatMap(step -> signOff.said().at(step).stream())
                    .map(Statement::speaker)
                    .map(speaker -> WORDS.text(
                            "signed-by", Map.of("person", speaker.by().name(), "role", String.valueOf(speaker.role()))))
                    .collect(Collectors.joining("; "));
        }
        return WORDS.text(held.contains(Role.SIGNATORY.groupOf(partner)) ? "signatory-there" : "signatory-vacant");
    }

    private static boolean maySeeWhoSigned(OrganisationCode partner, ProjectAccess access) {
        return access.maySeeReviewOf(partner) || access.project().status() == ProjectStatus.PUBLISHED;
    }

    private static String advised(Decision decision) {
        return switch (decision) {
            case SIGN -> "advised-to-sign";
            case SIGN_WITH_CONDITIONS -> "advised-to-sign-with-conditions";
            case REQUEST_CHANGES -> "advised-to-ask-for-changes";
            case REFUSE -> "advised-to-refuse";
        };
    }

    /** Of another partner nobody reads whether it has still time to decide. */
    private static String due(OrganisationCode partner, @Nullable SignOff signOff, ProjectAccess access) {
        if (!access.maySeeReviewOf(partner)) {
            return WORDS.text("due-not-shown");
        }
        return signOff != null && signOff.isOpen() ? Dates.day(signOff.clock().due()) : WORDS.text("due-none");
    }

    /** Those that the person may withdraw. */
    List<ProjectRecord.OwnSignature> signaturesOf(ProjectAccess access) {
        return withdrawals.openTo(access.person(), access.project().reference()).stream()
                .map(signOff -> new ProjectRecord.OwnSignature(signOff.partner(), directory.nameOf(signOff.partner())))
                .toList();
    }

    /** Of another partner's review one sees only whether it is over. */
    private static String state(@Nullable SignOff signOff, ProjectAccess access) {
        if (signOff == null) {
            return WORDS.text("not-asked");
        }
        if (access.maySeeReviewOf(signOff.partner())) {
            return signOff.state() == SignOffState.WITH_SIGNATORY
                    ? signOff.said()
                            .at(Step.REVIEW)
                            .map(review -> WORDS.text(advised(review.decision())))
                            .orElseGet(() -> signOff.state().label())
                    : signOff.state().label();
        }
        return signOff.isOpen() ? WORDS.text("not-decided") : WORDS.text("decided");
    }
}
