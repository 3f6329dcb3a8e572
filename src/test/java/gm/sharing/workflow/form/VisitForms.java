package gm.sharing.workflow.form;

import gm.sharing.Refused;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.project.Projects;
import gm.sharing.project.Proposal;
import gm.sharing.project.Urgency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Handlers of the forms of the test model {@code visit}, and the one person who uses them. */
@TestConfiguration
class VisitForms {

    static final Person SAM = new Person("sam", "Sam", "", Set.of("project-leads", "org-manchester"));

    record Title(@NotBlank String title) {}

    record Stop(@NotBlank String name) {}

    record Plan(
            @NotBlank @Size(max = 30_000) String reason, @NotBlank String place, @NotEmpty @Valid List<Stop> stops) {}

    @Bean
    PlanVisit planVisit() {
        return new PlanVisit();
    }

    @Bean
    ProposeVisit proposeVisit(Projects projects) {
        return new ProposeVisit(projects);
    }

    @Bean
    @Primary
    People onlySam() {
        return new People() {
            @Override
            public Optional<Person> find(String id) {
                return Optional.of(SAM);
            }

            @Override
            public List<Person> in(String group) {
                return List.of();
            }

            @Override
            public boolean isDisabled(String id) {
                return false;
            }

            @Override
            public boolean passwordMatches(String id, String password) {
                return false;
            }
        };
    }

    static class ProposeVisit implements StartFormHandler<Title> {

        private final Projects projects;

        ProposeVisit(Projects projects) {
            this.projects = projects;
        }

        @Override
        public String form() {
            return "propose-visit";
        }

        @Override
        public Set<String> processes() {
            return Set.of("visit", "visit-to-bolton");
        }

        @Override
        public Class<Title> answers() {
            return Title.class;
        }

        @Override
        public Started accept(Title answers, Person by) {
            var proposal = new Proposal(
                    answers.title(),
                    Urgency.NORMAL,
                    null,
                    "residents",
                    "a visit",
                    "their address",
                    "the partners",
                    "see them",
                    "visits made");
            return new Started(projects.propose(proposal, by), Map.of("urgency", "normal"));
        }
    }

    static class PlanVisit implements FormHandler<Plan> {

        private Plan taken;

        Plan taken() {
            return taken;
        }

        @Override
        public String form() {
            return "plan-visit";
        }

        @Override
        public Set<String> processes() {
            return Set.of("visit", "visit-to-bolton");
        }

        @Override
        public Class<Plan> answers() {
            return Plan.class;
        }

        @Override
        public Map<String, Object> load(FormTask task) {
            return Map.of(
                    "reason", "x".repeat(30_000),
                    "places", List.of(Map.of("label", "Bolton", "value", "bolton")));
        }

        @Override
        public Map<String, Object> accept(Plan answers, FormTask task, Person by) {
            if ("too far".equals(answers.reason())) {
                throw new Refused("It is too far.");
            }
            taken = answers;
            return Map.of();
        }
    }
}
