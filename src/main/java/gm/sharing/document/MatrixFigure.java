package gm.sharing.document;

import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture of a matrix: rectangles and labels, in pixels.
 *
 * @param description says in words what is seen
 */
public record MatrixFigure(int width, int height, String description, List<Area> areas, List<Label> labels) {

    private static final int LEFT = 112;
    private static final int TOP = 50;
    private static final int WIDE = 116;
    private static final int HIGH = 68;
    private static final int LINE = 16;
    private static final int LINES = 3;
    private static final int CHARACTERS = 14;

    public MatrixFigure {
        areas = List.copyOf(areas);
        labels = List.copyOf(labels);
    }

    /** A rectangle. */
    public record Area(int x, int y, int width, int height, String fill) {}

    /** A text that is centred on a point, or ends at it. */
    public record Label(int x, int y, String anchor, String weight, String text) {}

    static MatrixFigure of(Block.Matrix matrix) {
        List<Area> areas = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        int columns = matrix.columns().size();
        labels.add(new Label(LEFT + columns * WIDE / 2, 16, "middle", "bold", matrix.across()));
        labels.add(new Label(LEFT - 10, TOP - 10, "end", "bold", matrix.down()));
        for (int column = 0; column < columns; column++) {
            labels.add(new Label(
                    middle(column),
                    TOP - 10,
                    "middle",
                    "normal",
                    matrix.columns().get(column)));
        }
        for (int row = 0; row < matrix.rows().size(); row++) {
            int y = TOP + row * HIGH;
            labels.add(new Label(
                    LEFT - 10,
                    y + HIGH / 2 + 5,
                    "end",
                    "normal",
                    matrix.rows().get(row).name()));
            for (int column = 0; column < columns; column++) {
                Block.Matrix.Cell cell = matrix.rows().get(row).cells().get(column);
                areas.add(new Area(LEFT + column * WIDE, y, WIDE, HIGH, fill(cell.weight())));
                List<String> lines = lines(cell);
                int first = y + (HIGH - (lines.size() - 1) * LINE) / 2 + 5;
                for (int line = 0; line < lines.size(); line++) {
                    labels.add(new Label(middle(column), first + line * LINE, "middle", "normal", lines.get(line)));
                }
            }
        }
        return new MatrixFigure(
                LEFT + columns * WIDE + 1, TOP + matrix.rows().size() * HIGH + 1, description(matrix), areas, labels);
    }

    private static String description(Block.Matrix matrix) {
        List<String> statements = matrix.statements();
        return matrix.caption() + ". "
                + (statements.isEmpty()
                        ? Words.in("document/headings").text("nothing-in-it")
                        : String.join("; ", statements))
                + ".";
    }

    private static int middle(int column) {
        return LEFT + column * WIDE + WIDE / 2;
    }

    private static String fill(String weight) {
        return switch (weight) {
            case "high" -> "#f3b9ad";
            case "medium" -> "#fbe29a";
            case "low" -> "#cde9d3";
            default -> "#f7f8f8";
        };
    }

    /** The weight is also said in words, for those who see no difference between the colours. */
    private static List<String> lines(Block.Matrix.Cell cell) {
        List<String> lines = new ArrayList<>();
        int left = cell.items().size();
        StringBuilder line = new StringBuilder();
        for (String item : cell.items()) {
            if (line.length() + item.length() + 2 > CHARACTERS && !line.isEmpty()) {
                if (lines.size() == LINES - 1) {
                    break;
                }
                lines.add(line.append(',').toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : ", ").append(item);
            left--;
        }
        if (left > 0) {
            lines.add(line.append(" +").append(left).toString());
        } else if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        if (!cell.weight().isEmpty()) {
            lines.add(cell.weight());
        }
        return lines;
    }
}
