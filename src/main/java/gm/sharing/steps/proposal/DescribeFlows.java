package gm.sharing.steps.proposal;

import gm.sharing.Refused;
import gm.sharing.code.CodesInForce;
import gm.sharing.document.Wording;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.Person;
import gm.sharing.project.DataItem;
import gm.sharing.project.FlowList;
import gm.sharing.project.Law;
import gm.sharing.project.Needs;
import gm.sharing.project.Partner;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.signoff.Counterparties;
import gm.sharing.steps.signoff.VacantOffices;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.Markdown;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The lead describes the flows between the partners and their lawful bases. */
@Component
class DescribeFlows implements FormHandler<FlowList> {

    private final Projects projects;
    private final Directory directory;
    private final OrganisationOptions organisations;
    private final VacantOffices vacancies;
    private final Counterparties counterparties;
    private final CodesInForce codes;
    private final Prefill prefill;

    DescribeFlows(
            Projects projects,
            Directory directory,
            OrganisationOptions organisations,
            VacantOffices vacancies,
            Counterparties counterparties,
            CodesInForce codes,
            Prefill prefill) {
        this.projects = projects;
        this.directory = directory;
        this.organisations = organisations;
        this.vacancies = vacancies;
        this.counterparties = counterparties;
        this.codes = codes;
        this.prefill = prefill;
    }

    @Override
    public String form() {
        return "describe-flows";
    }

    @Override
    public Set<String> processes() {
        return Set.of("sharing-project");
    }

    @Override
    public Class<FlowList> answers() {
        return FlowList.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        SharingProject project = projects.get(task.reference());
        Map<String, Object> values = new HashMap<>();
        if (!project.flows().isEmpty()) {
            values.putAll(prefill.with(new FlowList(project.flows(), List.of())));
        }
        values.put(
                "partnerOptions",
                organisations.of(
                        project.partners().stream().map(Partner::organisation).toList()));
        values.put("vacancies", vacancies.of(project));
        values.put("described", project.needs().map(DescribeFlows::items).orElse(""));
        Function<Organisation, String> assurance = organisations.assurance();
        values.put(
                "partnerRows",
                project.partners().stream()
                        .map(partner -> row(partner, assurance))
                        .toList());
        return values;
    }

    /** Flows name in words of their own what was described before, so both are read together. */
    private static String items(Needs needs) {
        return Markdown.plain(Wording.items(
                needs.dataItems().stream().map(DataItem::name).distinct().toList()));
    }

    /** A partner as the form's table shows it. */
    record Row(String name, String part, String role, String assurance) {}

    private Row row(Partner partner, Function<Organisation, String> assurance) {
        Organisation organisation = directory.get(partner.organisation());
        return new Row(
                organisation.name(), partner.part().label(), partner.role().label(), assurance.apply(organisation));
    }

    @Override
    public Map<String, Object> accept(FlowList answers, FormTask task, Person by) {
        counterparties.complaint(answers.flows()).ifPresent(complaint -> {
            throw Refused.of("flows", complaint);
        });
        Law law = new Law(codes.now());
        projects.describeFlows(
                task.reference(),
                new FlowList(answers.flows().stream().map(law::current).toList(), answers.noPart()),
                by);
        return Map.of();
    }
}
