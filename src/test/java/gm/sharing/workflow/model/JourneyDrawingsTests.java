package gm.sharing.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.workflow.model.Models.Journey;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes the drawing of a model readable: everything is there, nothing covers anything else, lines are straight. */
class JourneyDrawingsTests {

    /** Boxes closer than this look as if they touched. */
    private static final double GAP = 8;

    private static final double TOLERANCE = 1.5;

    /** More steps than this do not fit on a screen: parts of them go into sub-processes with a plane of their own. */
    private static final int MOST_STEPS = 35;

    /** Something drawn as a box: a step, or the name written beside a step or a flow. */
    private record Box(String id, BaseElement element, Rectangle2D area) {}

    /** What people see at a time: a process, or what is inside a collapsed sub-process of it. */
    record Plane(Journey journey, BpmnPlane drawn) {

        @Override
        public String toString() {
            return journey + ", " + drawn.getBpmnElement().getId();
        }
    }

    static Stream<Journey> journeys() {
        return Models.journeys();
    }

    static Stream<Plane> planes() {
        return journeys().flatMap(journey -> journey.model().getModelElementsByType(BpmnPlane.class).stream()
                .map(drawn -> new Plane(journey, drawn)));
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void drawsEveryElementOnce(Journey journey) {
        List<BaseElement> drawn = new ArrayList<>();
        journey.model().getModelElementsByType(BpmnShape.class).forEach(shape -> drawn.add(shape.getBpmnElement()));
        journey.model().getModelElementsByType(BpmnEdge.class).forEach(edge -> drawn.add(edge.getBpmnElement()));

        List<BaseElement> elements = new ArrayList<>();
        for (var type : List.of(FlowNode.class, SequenceFlow.class, Lane.class, Participant.class)) {
            elements.addAll(journey.model().getModelElementsByType(type));
        }
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(elements);
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void givesCollapsedSubProcessesAndOnlyThoseAPlaneOfTheirOwn(Journey journey) {
        List<BaseElement> planes = journey.model().getModelElementsByType(BpmnPlane.class).stream()
                .map(BpmnPlane::getBpmnElement)
                .filter(SubProcess.class::isInstance)
                .toList();

        assertThat(journey.model().getModelElementsByType(BpmnShape.class).stream()
                        .filter(shape -> shape.getBpmnElement() instanceof SubProcess && !shape.isExpanded())
                        .map(BpmnShape::getBpmnElement))
                .containsExactlyInAnyOrderElementsOf(planes);
        planes().filter(plane -> plane.journey().name().equals(journey.name())
                        && plane.drawn().getBpmnElement() instanceof SubProcess)
                .forEach(plane -> assertThat(steps(plane)).allSatisfy(step -> assertThat(
                                step.element().getParentElement().getAttributeValue("id"))
                        .isEqualTo(plane.drawn().getBpmnElement().getId())));
    }

    @ParameterizedTest
    @MethodSource("planes")
    void fitsOnAScreenWithoutCrossings(Plane plane) {
        List<String> crossings = crossings(plane);
        System.out.printf(
                "Drawing: %s: %d steps, %d crossings%n", plane, steps(plane).size(), crossings.size());

        assertThat(steps(plane)).hasSizeLessThanOrEqualTo(MOST_STEPS);
        assertThat(crossings).isEmpty();
    }

    /** Flows that begin or end at the same step may share a line there, but not cross it. */
    private static List<String> crossings(Plane plane) {
        List<BpmnEdge> flows = flows(plane).toList();
        List<String> crossings = new ArrayList<>();
        for (int one = 0; one < flows.size(); one++) {
            for (int other = one + 1; other < flows.size(); other++) {
                BpmnEdge first = flows.get(one);
                BpmnEdge second = flows.get(other);
                boolean akin = areAkin((SequenceFlow) first.getBpmnElement(), (SequenceFlow) second.getBpmnElement());
                if (lines(first).anyMatch(line -> lines(second)
                        .anyMatch(with -> akin ? runsAcross(line, with) : line.intersectsLine(with)))) {
                    crossings.add(first.getBpmnElement().getId() + " and "
                            + second.getBpmnElement().getId());
                }
            }
        }
        return crossings;
    }

    private static boolean areAkin(SequenceFlow one, SequenceFlow other) {
        return one.getSource().equals(other.getSource()) || one.getTarget().equals(other.getTarget());
    }

    private static boolean runsAcross(Line2D one, Line2D other) {
        Line2D lying = one.getY1() == one.getY2() ? one : other;
        Line2D standing = one.getY1() == one.getY2() ? other : one;
        return standing.getX1() == standing.getX2()
                && isBetween(standing.getX1(), lying.getX1(), lying.getX2())
                && isBetween(lying.getY1(), standing.getY1(), standing.getY2());
    }

    private static boolean isBetween(double value, double one, double other) {
        return value > Math.min(one, other) && value < Math.max(one, other);
    }

    @ParameterizedTest
    @MethodSource("planes")
    void keepsStepsApart(Plane plane) {
        assertThat(pairs(
                        steps(plane),
                        (one, other) -> !belongTogether(one, other)
                                && grown(one.area(), GAP).intersects(other.area())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("planes")
    void keepsStepsInsideTheirSubProcess(Plane plane) {
        List<Box> steps = steps(plane);
        for (Box inner : steps) {
            steps.stream()
                    .filter(outer -> outer.element().equals(inner.element().getParentElement()))
                    .forEach(outer -> assertThat(outer.area().contains(grown(inner.area(), GAP)))
                            .as(inner.id() + " lies in " + outer.id())
                            .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("planes")
    void keepsNamesReadable(Plane plane) {
        List<Box> names = names(plane);

        assertThat(pairs(names, (one, other) -> one.area().intersects(other.area())))
                .isEmpty();
        for (Box name : names) {
            assertThat(steps(plane).stream()
                            .filter(step -> !isAround(step, name.element()))
                            .filter(step -> step.area().intersects(name.area()))
                            .map(Box::id))
                    .as(name.id() + " is covered by")
                    .isEmpty();
            assertThat(flows(plane)
                            .filter(flow -> lines(flow).anyMatch(line -> line.intersects(name.area())))
                            .map(BpmnEdge::getId))
                    .as(name.id() + " is crossed by")
                    .isEmpty();
        }
    }

    private static boolean isAround(Box step, BaseElement inner) {
        return step.element().equals(inner.getParentElement());
    }

    @ParameterizedTest
    @MethodSource("planes")
    void drawsFlowsInStraightLinesFromStepToStep(Plane plane) {
        flows(plane).forEach(flow -> {
            assertThat(lines(flow).filter(line -> line.getX1() != line.getX2() && line.getY1() != line.getY2()))
                    .as(flow.getId())
                    .isEmpty();

            SequenceFlow sequence = (SequenceFlow) flow.getBpmnElement();
            List<Point2D> points = points(flow);
            assertThat(onBorder(plane, sequence.getSource(), points.get(0)))
                    .as(flow.getId() + " begins at " + sequence.getSource().getId())
                    .isTrue();
            assertThat(onBorder(plane, sequence.getTarget(), points.get(points.size() - 1)))
                    .as(flow.getId() + " ends at " + sequence.getTarget().getId())
                    .isTrue();
        });
    }

    private static boolean onBorder(Plane plane, FlowNode node, Point2D point) {
        Rectangle2D area = steps(plane).stream()
                .filter(step -> step.element().equals(node))
                .findFirst()
                .orElseThrow()
                .area();
        return grown(area, TOLERANCE).contains(point)
                && !grown(area, -area.getWidth() / 3).contains(point);
    }

    @ParameterizedTest
    @MethodSource("planes")
    void leadsNoFlowThroughAStep(Plane plane) {
        flows(plane).forEach(flow -> {
            SequenceFlow sequence = (SequenceFlow) flow.getBpmnElement();
            assertThat(steps(plane).stream()
                            .filter(step -> !step.element().equals(sequence.getSource()))
                            .filter(step -> !step.element().equals(sequence.getTarget()))
                            .filter(step -> !step.element().equals(sequence.getParentElement()))
                            .filter(step -> !isBoundary(step, sequence.getSource()))
                            .filter(step -> lines(flow).anyMatch(line -> line.intersects(step.area())))
                            .map(Box::id))
                    .as(flow.getId() + " runs through")
                    .isEmpty();
        });
    }

    private static boolean isBoundary(Box host, FlowNode node) {
        return node instanceof BoundaryEvent event && event.getAttachedTo().equals(host.element());
    }

    @ParameterizedTest
    @MethodSource("planes")
    void stacksItsLanesAndKeepsStepsInThem(Plane plane) {
        List<BpmnShape> lanes = shapes(plane)
                .filter(shape -> shape.getBpmnElement() instanceof Lane)
                .toList();
        if (lanes.isEmpty()) {
            return;
        }
        Rectangle2D pool = shapes(plane)
                .filter(shape -> shape.getBpmnElement() instanceof Participant)
                .map(shape -> area(shape.getBounds()))
                .findFirst()
                .orElseThrow();

        double top = pool.getY();
        for (BpmnShape lane : lanes) {
            Rectangle2D area = area(lane.getBounds());
            assertThat(area.getY()).as(lane.getId()).isEqualTo(top);
            assertThat(area.getMaxX()).as(lane.getId()).isEqualTo(pool.getMaxX());
            top = area.getMaxY();
            for (FlowNode node : ((Lane) lane.getBpmnElement()).getFlowNodeRefs()) {
                if (!(node instanceof SubProcess)) {
                    Rectangle2D step = steps(plane).stream()
                            .filter(box -> box.element().equals(node))
                            .findFirst()
                            .orElseThrow()
                            .area();
                    assertThat(area.contains(step.getCenterX(), step.getCenterY()))
                            .as(node.getId() + " lies in " + lane.getId())
                            .isTrue();
                }
            }
        }
        assertThat(top).isEqualTo(pool.getMaxY());
    }

    private static boolean belongTogether(Box one, Box other) {
        return one.element().equals(other.element().getParentElement())
                || other.element().equals(one.element().getParentElement())
                || isBoundary(one, (FlowNode) other.element())
                || isBoundary(other, (FlowNode) one.element());
    }

    private static Stream<BpmnShape> shapes(Plane plane) {
        return drawn(plane, BpmnShape.class);
    }

    private static <E> Stream<E> drawn(Plane plane, Class<E> type) {
        return plane.drawn().getDiagramElements().stream()
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static List<Box> steps(Plane plane) {
        return shapes(plane)
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
                .map(shape -> new Box(shape.getBpmnElement().getId(), shape.getBpmnElement(), area(shape.getBounds())))
                .toList();
    }

    private static List<Box> names(Plane plane) {
        List<Box> names = new ArrayList<>();
        shapes(plane).forEach(shape -> addName(names, shape.getBpmnElement(), shape.getBpmnLabel()));
        flows(plane).forEach(flow -> addName(names, flow.getBpmnElement(), flow.getBpmnLabel()));
        return names;
    }

    private static void addName(Collection<Box> names, BaseElement element, BpmnLabel label) {
        if (label != null) {
            names.add(new Box("name of " + element.getId(), element, area(label.getBounds())));
        }
    }

    private static Stream<BpmnEdge> flows(Plane plane) {
        return drawn(plane, BpmnEdge.class);
    }

    private static Stream<Line2D> lines(BpmnEdge flow) {
        List<Point2D> points = points(flow);
        return IntStream.range(1, points.size())
                .mapToObj(end -> new Line2D.Double(points.get(end - 1), points.get(end)));
    }

    private static List<Point2D> points(BpmnEdge flow) {
        return flow.getWaypoints().stream()
                .<Point2D>map(point -> new Point2D.Double(point.getX(), point.getY()))
                .toList();
    }

    private static Rectangle2D area(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Rectangle2D grown(Rectangle2D area, double by) {
        return new Rectangle2D.Double(
                area.getX() - by, area.getY() - by, area.getWidth() + 2 * by, area.getHeight() + 2 * by);
    }

    private static List<String> pairs(List<Box> boxes, BiPredicate<Box, Box> which) {
        List<String> pairs = new ArrayList<>();
        for (int one = 0; one < boxes.size(); one++) {
            for (int other = one + 1; other < boxes.size(); other++) {
                if (which.test(boxes.get(one), boxes.get(other))) {
                    pairs.add(boxes.get(one).id() + " and " + boxes.get(other).id());
                }
            }
        }
        return pairs;
    }
}
