package gm.sharing.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import gm.sharing.Shipped;
import gm.sharing.journey.RunningPart.Condition;
import gm.sharing.workflow.diagram.OnwardWays.Comes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** What comes from where a process is, and on what it depends. */
class OnwardWaysTests {

    private static final String TO_PARTNERS = "Before it can go to the partners";

    private final DrawnModel project = DrawnModel.of(
            Bpmn.readModelFromFile(Shipped.file("sharing-project.bpmn").toFile()), "sharing-project");

    @Test
    void leadsFromTheFirstTaskToThePartners() {
        assertThat(project.onward().next(Set.of("Task_DescribeNeeds"))).contains(TO_PARTNERS);
        assertThat(before(TO_PARTNERS, "Task_DescribeNeeds"))
                .containsExactly(
                        entry("Name the partners", "for sure"),
                        entry("Describe flows and lawful bases", "for sure"),
                        entry("Set out the arrangements", "for sure"),
                        entry("Answer the DPIA screening", "for sure"),
                        entry("Advise whether a DPIA is needed", "if the screening does not settle it"),
                        entry("Decide to go ahead without a DPIA", "if the DPO advises that none is needed"),
                        entry("Carry out the DPIA", "if a DPIA is needed"),
                        entry("Check the draft agreement", "for sure"));
    }

    @Test
    void tellsOfAStepThatAnOwnerInserts() {
        BpmnModelInstance model =
                Bpmn.readModelFromFile(Shipped.file("sharing-project.bpmn").toFile());
        SequenceFlow before = model.getModelElementById("Flow_CheckDraft_SendOut");
        FlowNode behind = before.getTarget();
        UserTask inserted = model.newInstance(UserTask.class);
        inserted.setId("Task_AskResidents");
        inserted.setName("Ask residents");
        before.getParentElement().addChildElement(inserted);
        behind.getIncoming().remove(before);
        before.setTarget(inserted);
        inserted.getIncoming().add(before);
        inserted.builder().connectTo(behind.getId());

        assertThat(DrawnModel.of(model, "sharing-project").onward().from(Set.of("Task_DescribeNeeds")))
                .containsEntry("Task_AskResidents", new Comes(null, TO_PARTNERS));
    }

    @Test
    void leavesOutWhatOnlyAWayBackLeadsTo() {
        assertThat(before(TO_PARTNERS, "Call_Dpia")).containsExactly(entry("Check the draft agreement", "for sure"));
        assertThat(before(TO_PARTNERS, "Task_CheckDraft")).isEmpty();
    }

    @Test
    void leadsFromARevisionBackToAllThatMayChange() {
        assertThat(before(TO_PARTNERS, "Task_ReviseProject"))
                .containsKeys("Describe what needs to be shared", "Set out the arrangements", "Carry out the DPIA")
                .doesNotContainEntry("Carry out the DPIA", "for sure")
                .containsEntry("Check the draft agreement", "for sure");
        assertThat(before(TO_PARTNERS, "Task_DecideRefusal"))
                .containsKeys("Revise the project", "Check the draft agreement")
                .doesNotContainKey("Describe what needs to be shared");
    }

    @Test
    void leadsFromThePartnersToThePublicationAndFromARefusalBackToThem() {
        assertThat(project.onward().next(Set.of("Call_PartnerSignOff"))).contains("Before it can be published");
        assertThat(before("Before it can be published", "Call_PartnerSignOff")).isEmpty();
        assertThat(project.onward().next(Set.of("Task_DecideRefusal"))).contains(TO_PARTNERS);
        assertThat(project.onward().next(Set.of("Service_PublishAgreement"))).isEmpty();
    }

    @Test
    void goesOnToTheEndWithWhatDependsOnADecision() {
        Map<String, Comes> comes = project.onward().from(Set.of("Task_AnswerScreening"));

        assertThat(comes).containsKeys("Call_PartnerSignOff", "Task_DecideRefusal", "Task_ReviseProject");
        assertThat(comes.get("Call_PartnerSignOff").condition()).isNull();
        assertThat(comes.get("Task_DecideRefusal").condition().words()).containsExactly("if a partner refuses");
        assertThat(comes.get("Call_ApproveSignOffRule").condition().words())
                .containsExactly("if the Board has to approve the rule");
        assertThat(comes.get("Task_ReviseProject").condition()).isEqualTo(Condition.SOME);
    }

    @Test
    void namesTheQuestionAndItsAnswerWhereTheModelSaysNoMore() {
        var ways = waysOf(Bpmn.createExecutableProcess("p")
                .startEvent()
                .userTask("draft")
                .name("Draft")
                .exclusiveGateway("ready")
                .name("Ready?")
                .condition("No", "${not ready}")
                .userTask("check")
                .name("Check")
                .exclusiveGateway("join")
                .userTask("send")
                .name("Send")
                .endEvent()
                .moveToNode("ready")
                .condition("Yes", "${ready}")
                .connectTo("join")
                .done());

        assertThat(ways.from(Set.of("draft")).get("check").condition())
                .isEqualTo(new Condition("Ready?", List.of("No"), List.of()));
        assertThat(ways.from(Set.of("draft")).get("send").condition()).isNull();
        assertThat(ways.from(Set.of("send"))).isEmpty();
    }

    @Test
    void isSureOfAllWaysThatAreTakenAtOnce() {
        var ways = waysOf(Bpmn.createExecutableProcess("p")
                .startEvent()
                .userTask("first")
                .name("First")
                .parallelGateway("fork")
                .userTask("one")
                .name("One")
                .parallelGateway("join")
                .userTask("last")
                .name("Last")
                .endEvent()
                .moveToNode("fork")
                .userTask("two")
                .name("Two")
                .connectTo("join")
                .done());

        assertThat(ways.from(Set.of("first"))).containsKeys("one", "two", "last");
        assertThat(ways.from(Set.of("first")).values()).allMatch(comes -> comes.condition() == null);
        assertThat(ways.from(Set.of("one", "two"))).containsKey("last").doesNotContainKeys("one", "two");
    }

    /** The end that ends everything may come before the way beside it goes on. */
    @Test
    void isNotSureOfAWayBesideOneThatEndsEverything() {
        var model = Bpmn.createExecutableProcess("p")
                .startEvent()
                .parallelGateway("fork")
                .userTask("one")
                .name("One")
                .endEvent("all")
                .moveToNode("fork")
                .userTask("beside")
                .name("Beside")
                .userTask("last")
                .name("Last")
                .endEvent()
                .done();
        EndEvent all = model.getModelElementById("all");
        all.getEventDefinitions().add(model.newInstance(TerminateEventDefinition.class));
        var ways = waysOf(model);

        assertThat(ways.from(Set.of("one", "beside")).get("last").condition()).isEqualTo(Condition.SOME);
        assertThat(ways.from(Set.of("beside")).get("last").condition()).isNull();
    }

    @Test
    void tellsWhatATimerBringsByTheTimer() {
        var ways = waysOf(Bpmn.createExecutableProcess("p")
                .startEvent()
                .userTask("wait")
                .name("Wait")
                .userTask("next")
                .name("Next")
                .endEvent()
                .moveToActivity("wait")
                .boundaryEvent("late")
                .name("Too late")
                .timerWithDuration("P1D")
                .userTask("instead")
                .name("Instead")
                .endEvent()
                .done());

        assertThat(ways.from(Set.of("wait")).get("next").condition()).isNull();
        assertThat(ways.from(Set.of("wait")).get("instead").condition())
                .isEqualTo(new Condition(null, List.of("Too late"), List.of()));
        assertThat(ways.from(Set.of("late"))).containsOnlyKeys("instead");
    }

    /** As many gateways in a row as no model has. */
    @Test
    void takesNoLongerForManyDecisionsThanForFew() {
        AbstractFlowNodeBuilder<?, ?> row = Bpmn.createExecutableProcess("p").startEvent();
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            row = row.exclusiveGateway("g" + i)
                    .userTask("a" + i)
                    .name("A" + i)
                    .exclusiveGateway("j" + i)
                    .moveToNode("g" + i)
                    .userTask("b" + i)
                    .name("B" + i)
                    .connectTo("j" + i);
            steps.addAll(List.of("a" + i, "b" + i));
        }

        assertThat(waysOf(row.endEvent().done()).from(Set.of("g0"))).containsKeys(steps.toArray(String[]::new));
    }

    private static OnwardWays waysOf(BpmnModelInstance model) {
        return DrawnModel.of(model, "p").onward();
    }

    /** The steps of people before a milestone, in the order in which they are drawn, each with its condition. */
    private Map<String, String> before(String milestone, String here) {
        Map<String, Comes> comes = project.onward().from(Set.of(here));
        Map<String, String> before = new LinkedHashMap<>();
        project.elements().stream()
                .filter(drawn -> drawn.kind().ordinal() < 2)
                .filter(drawn -> comes.containsKey(drawn.id())
                        && milestone.equals(comes.get(drawn.id()).until()))
                .forEach(drawn -> {
                    Condition on = comes.get(drawn.id()).condition();
                    before.put(drawn.name(), on == null ? "for sure" : String.join(" or ", on.words()));
                });
        return before;
    }
}
