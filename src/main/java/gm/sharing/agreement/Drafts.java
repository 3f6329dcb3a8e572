package gm.sharing.agreement;

import gm.sharing.Refused;
import gm.sharing.code.CodesInForce;
import gm.sharing.dpia.DpiaOutcomes;
import gm.sharing.ethics.Ethics;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Law;
import gm.sharing.project.Partner;
import gm.sharing.project.SharingProject;
import gm.sharing.question.Answers;
import gm.sharing.question.InDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what an agreement is drafted from. */
@Component
class Drafts {

    private final Directory directory;
    private final Ethics ethics;
    private final CodesInForce codes;
    private final Answers answers;
    private final Clock clock;
    private final DpiaOutcomes assessed;

    Drafts(
            Directory directory,
            Ethics ethics,
            CodesInForce codes,
            Answers answers,
            Clock clock,
            DpiaOutcomes assessed) {
        this.assessed = assessed;
        this.directory = directory;
        this.ethics = ethics;
        this.codes = codes;
        this.answers = answers;
        this.clock = clock;
    }

    /** @throws Refused when the project is not described in full or its screening was not answered */
    Draft of(SharingProject project) {
        if (project.partners().isEmpty() || project.flows().isEmpty()) {
            throw incomplete(project);
        }
        return new Draft(
                project,
                project.needs().orElseThrow(() -> incomplete(project)),
                project.arrangements().orElseThrow(() -> incomplete(project)),
                assessed.of(project.reference()).orElseThrow(() -> incomplete(project)),
                ethics.algorithmOf(project.reference()).orElse(null),
                organisations(project),
                new Law(codes.now()),
                answers.in(InDocument.AGREEMENT, project.reference()),
                LocalDate.now(clock));
    }

    private Map<OrganisationCode, Organisation> organisations(SharingProject project) {
        Map<OrganisationCode, Organisation> organisations = new HashMap<>();
        Stream.of(
                        project.partners().stream().map(Partner::organisation),
                        project.flows().stream()
                                .flatMap(flow -> Stream.concat(flow.from().stream(), flow.to().stream())),
                        Stream.of(project.leadOrganisation()),
                        Optional.ofNullable(project.onBehalfOf()).stream())
                .flatMap(codes -> codes)
                .forEach(code -> organisations.computeIfAbsent(code, directory::get));
        List.copyOf(organisations.values()).stream()
                .flatMap(organisation -> Stream.ofNullable(organisation.actedForBy()))
                .forEach(acting -> organisations.computeIfAbsent(acting, directory::get));
        return organisations;
    }

    private static Refused incomplete(SharingProject project) {
        return new Refused(
                "The agreement of %s can be drafted when the project is described in full and its DPIA decided."
                        .formatted(project.reference()));
    }
}
