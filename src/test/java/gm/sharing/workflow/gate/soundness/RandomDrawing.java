package gm.sharing.workflow.gate.soundness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Draws processes at random, without circles that never wait: half of them anyhow, half of blocks in which now and then a
 * gateway is of another kind than its partner, or an event interrupts nothing.
 */
final class RandomDrawing {

    private final Random random;
    private final StringBuilder lines = new StringBuilder("start Start\n");
    private final List<String> targets = new ArrayList<>();
    private final List<String> waits = new ArrayList<>(List.of("Start"));
    private final List<String> gateways = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();
    private int number;

    private RandomDrawing(Random random) {
        this.random = random;
    }

    static String with(long seed) {
        RandomDrawing drawing = new RandomDrawing(new Random(seed));
        return seed % 2 == 0 ? drawing.drawBlocks() : drawing.draw();
    }

    private String drawBlocks() {
        Block whole = sequence(2);
        line("end End");
        line("Start -> " + whole.entry);
        line(whole.exit + " End");
        return lines.toString();
    }

    /** A part with one way in and one out; the way out with its arrow. */
    private record Block(String entry, String exit) {}

    private Block sequence(int depth) {
        Block first = block(depth);
        Block second = block(depth);
        line(first.exit + " " + second.entry);
        return new Block(first.entry, second.exit);
    }

    private Block block(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(6)) {
            case 0 -> task();
            case 1 -> sequence(depth - 1);
            case 2 -> loop(depth - 1);
            case 3 -> timeLimit();
            default -> gateways(depth - 1);
        };
    }

    private Block task() {
        String name = "T" + number++;
        line("task " + name);
        return new Block(name, name + " ->");
    }

    private Block timeLimit() {
        Block task = task();
        int own = number++;
        line("message B%d %s %s\nxor M%d".formatted(own, mistaken() ? "beside" : "on", task.entry, own));
        line("B%d -> M%d\n%s M%d".formatted(own, own, task.exit, own));
        return new Block(task.entry, "M" + own + " ->");
    }

    private Block loop(int depth) {
        int own = number++;
        Block first = task();
        Block rest = block(depth);
        line("xor A%d\nxor X%d\nA%d -> %s\n%s %s".formatted(own, own, own, first.entry, first.exit, rest.entry));
        line("%s X%d\nX%d -?-> A%d".formatted(rest.exit, own, own, own));
        return new Block("A" + own, "X" + own + " -*->");
    }

    private Block gateways(int depth) {
        int own = number++;
        String kind = kind();
        line("%s S%d\n%s J%d".formatted(kind, own, mistaken() ? kind() : kind, own));
        int branches = 2 + random.nextInt(2);
        for (int i = 0; i < branches; i++) {
            String arrow = kind.equals("and") ? "->" : i == branches - 1 ? "-*->" : "-?->";
            if (i == 0 && random.nextInt(4) == 0) {
                line("S%d %s J%d".formatted(own, arrow, own));
            } else {
                Block branch = block(depth);
                line("S%d %s %s\n%s J%d".formatted(own, arrow, branch.entry, branch.exit, own));
            }
        }
        return new Block("S" + own, "J" + own + " ->");
    }

    private boolean mistaken() {
        return random.nextInt(6) == 0;
    }

    private String kind() {
        return List.of("xor", "and", "or").get(random.nextInt(3));
    }

    private String draw() {
        for (int i = 0; i < 3 + random.nextInt(3); i++) {
            step("task", "T" + i, "");
            waits.add("T" + i);
            if (random.nextInt(4) == 0) {
                line("message B%d %s T%d".formatted(i, random.nextInt(3) == 0 ? "beside" : "on", i));
                waits.add("B" + i);
            }
        }
        if (random.nextInt(3) == 0) {
            step("catch", "C", " message");
            waits.add("C");
        }
        if (random.nextInt(4) == 0) {
            line("sub S {\nstart S_s\ntask S_in\nend S_e" + (random.nextBoolean() ? " terminate" : "")
                    + "\nS_s -> S_in -> S_e\n}");
            waits.add("S");
            targets.add("S");
        }
        if (random.nextInt(4) == 0) {
            line("events V\ncatch V1 message\ncatch V2 message\nV -> V1\nV -> V2");
            targets.add("V");
            waits.addAll(List.of("V1", "V2"));
        }
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            step(List.of("xor", "and", "or", "and", "or").get(random.nextInt(5)), "G" + i, "");
            gateways.add("G" + i);
        }
        step("end", "E0", "");
        step("end", "E1", random.nextInt(4) == 0 ? " terminate" : "");
        unused.addAll(targets);
        Collections.shuffle(unused, random);
        waits.forEach(wait -> flows(wait, random.nextInt(12) == 0 ? 2 : 1, -1));
        for (int i = 0; i < gateways.size(); i++) {
            flows(gateways.get(i), 1 + random.nextInt(3), i);
        }
        return lines.toString();
    }

    private void flows(String from, int number, int gateway) {
        List<String> to = new ArrayList<>();
        while (to.size() < number) {
            String target = !unused.isEmpty() && random.nextInt(5) > 0
                    ? unused.remove(unused.size() - 1)
                    : targets.get(random.nextInt(targets.size()));
            if (!to.contains(target)
                    && (gateway < 0 || !gateways.contains(target) || gateways.indexOf(target) > gateway)) {
                to.add(target);
            }
        }
        boolean conditions = number > 1
                && !lines.toString().contains("and " + from + "\n")
                && (gateway >= 0 || (from.startsWith("T") && random.nextBoolean()));
        for (int i = 0; i < number; i++) {
            String arrow = !conditions ? "->" : i == number - 1 ? "-*->" : "-?->";
            line(from + " " + arrow + " " + to.get(i));
        }
    }

    private void step(String kind, String name, String event) {
        line(kind + " " + name + event);
        targets.add(name);
    }

    private void line(String line) {
        lines.append(line).append('\n');
    }
}
