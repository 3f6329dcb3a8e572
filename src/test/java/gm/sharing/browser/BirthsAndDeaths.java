package gm.sharing.browser;

import static gm.sharing.journeys.Answers.arrangements;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static gm.sharing.journeys.Answers.with;

import gm.sharing.journeys.RestDriver;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A real case, DARS-NIC-51920-R5F1K-v4.2 (GM-DARS-06): a council gets the births and deaths of its area for public health. The
 * facts are those of the published agreement, the words are ours. */
abstract class BirthsAndDeaths {

    static final String PROVIDER = "nhsdigital";
    static final String COUNCIL = "salford";
    static final String LEAD = "lead.salford";

    static Chromium chromium;

    @Autowired
    Directory directory;

    @LocalServerPort
    int port;

    RestDriver rest;

    String project;

    Tasklist lead;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void needsADpia() {
        var provider = new OrganisationCode(PROVIDER);
        if (directory.find(provider).isEmpty()) {
            directory.add(Organisation.legalEntity(provider, "NHS Digital", Sector.CENTRAL_GOVERNMENT));
        }
        rest = new RestDriver(port, "demo");
        project = rest.start(
                LEAD,
                with(
                        proposal("Births and deaths in Salford for public health"),
                        "visionWho",
                        "the people of Salford",
                        "visionNeed",
                        "die too early, or are born too small, more often than others",
                        "visionWhat",
                        "records of births and deaths",
                        "visionBetween",
                        "NHS Digital and Salford City Council",
                        "visionBenefit",
                        "show where prevention is needed most",
                        "visionMeasure",
                        "fewer early deaths in the streets where most happen now"));
        rest.complete(project, "Task_DescribeNeeds", LEAD, birthsAndDeaths());
        rest.complete(project, "Task_NamePartners", LEAD, partners(List.of(PROVIDER), List.of(COUNCIL)));
        rest.complete(project, "Task_DescribeFlows", LEAD, flows(List.of(extracts())));
        rest.complete(project, "Task_AgreeArrangements", LEAD, handling());
        rest.complete(
                project,
                "Task_AnswerScreening",
                LEAD,
                with(nothingInScreening(), "unexpected", "true", "targeting", "false"));
        rest.awaitTask(project, "Task_DpiaNecessity", LEAD);
        lead = signIn(LEAD);
    }

    static Map<String, Object> birthsAndDeaths() {
        return with(
                needs(),
                "purpose",
                "To see where and why people in Salford die early, and to plan prevention: audits of suicides, reviews of"
                        + " child deaths, checks of unusual clusters of illness.",
                "necessity",
                "Audits compare a death with hospital, GP and social care records, which needs the NHS number. Places where"
                        + " many deaths happen only show by full postcode.",
                "benefits",
                "The council's strategies for health rest on what really happens in each neighbourhood.",
                "dataSubjects",
                "Children born to mothers who live in Salford, their mothers, and residents who died.",
                "groups",
                List.of("children", "patients", "residents"),
                "volume",
                "Every birth and every death of a resident of Salford",
                "scale",
                "over-10000",
                "matching",
                "true",
                "dataItems",
                List.of(
                        Map.of(
                                "name",
                                "Deaths: NHS number, dates, cause, place, postcode of the home",
                                "kind",
                                "special-category-health",
                                "identifiability",
                                "identifiable"),
                        Map.of(
                                "name",
                                "Births: NHS number, dates, weight, place, the mother's age and postcode",
                                "kind",
                                "special-category-health",
                                "identifiability",
                                "identifiable")));
    }

    static Map<String, Object> extracts() {
        return with(
                flow(List.of(PROVIDER), List.of(COUNCIL)),
                "what",
                "Records of births each quarter and of deaths a year at a time, for Salford only.",
                "copyReason",
                "The council's analysts join the records with those of local audits.",
                "frequency",
                "quarterly",
                "article9",
                "9(2)(i)",
                "schedule1",
                "sch1-part1-3",
                "powers",
                List.of("other"),
                "power",
                "Health and Social Care Act 2012, section 261(5)(d)");
    }

    static Map<String, Object> handling() {
        return with(
                arrangements(),
                "retention",
                "Until the audits of a year are closed; trends need the records of five years.",
                "retentionPeriod",
                "P5Y",
                "minimisation",
                "Only the records of births and deaths in Salford.",
                "accuracy",
                "NHS Digital sends each year's births again with corrections.",
                "staffAccess",
                "Public health analysts of the council, and nobody else.",
                "informing",
                "In the council's privacy notice.");
    }

    Tasklist signIn(String person) {
        return Tasklist.signIn(chromium.newPerson(), address(), person);
    }

    String address() {
        return "http://localhost:" + port;
    }
}
