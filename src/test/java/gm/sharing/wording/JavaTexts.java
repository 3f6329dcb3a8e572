package gm.sharing.wording;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The texts that stand in the program's own sources, as the compiler reads them.
 *
 * @param file below the sources
 * @param text the literal's value
 * @param called the method that it is an argument of, or empty
 * @param refusal whether it refuses what somebody sent
 * @param forOperators whether it is read by those who run or write the program: in an exception, the log or an annotation
 */
record JavaTexts(String file, String text, String called, boolean refusal, boolean forOperators) {

    private static final Path SOURCES = Path.of("src/main/java/gm/sharing");

    private static final Pattern OPERATORS = Pattern.compile(
            "(?i)(log|logger)\\.(info|warn|error|debug|trace|at\\w+)|.*requireNonNull(Else)?(Get)?|.*(prepareStatement|createQuery)");

    private static final Pattern FAILURE = Pattern.compile(".*(Exception|Error)");
    private static final Pattern REFUSING = Pattern.compile(
            "(Refused|Complaint)\\.of|(this\\.)?(refuse\\w*|refused|complain\\w*|about|incomplete|notNow|wrong)");
    private static final Pattern REFUSAL = Pattern.compile("Refused|Complaint");

    private static final Pattern RECORD = Pattern.compile(
            "(agreement|document|dpia|consultation|ethics|measure|signoff|project|register|journey|question"
                    + "|workflow/(sharingproject|dpia|consultation|partnersignoff|measure))/");

    static final List<JavaTexts> ALL = read();

    private static List<JavaTexts> read() {
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "The build runs on a JDK");
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(SOURCES)) {
            List<Path> sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, problem -> {}, null, null, files.getJavaFileObjectsFromPaths(sources));
            List<JavaTexts> texts = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new Literals(unit, texts).scan(unit, null);
            }
            return List.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The package in which it stands. */
    String room() {
        return file.replaceAll("/[^/]+$", "");
    }

    /** Whether it is about projects and their documents, not about running the service or checking models. */
    boolean isOfTheRecord() {
        return RECORD.matcher(file).lookingAt();
    }

    /** Whether people could read it as a sentence or a name of several words. */
    boolean isProse() {
        return text.strip().contains(" ");
    }

    private static final class Literals extends TreePathScanner<Void, Void> {

        private final String file;
        private final List<JavaTexts> texts;

        Literals(CompilationUnitTree unit, List<JavaTexts> texts) {
            this.file = SOURCES.toAbsolutePath()
                    .relativize(Path.of(unit.getSourceFile().toUri()))
                    .toString();
            this.texts = texts;
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
                texts.add(new JavaTexts(file, text, called(), within(REFUSAL, REFUSING), within(FAILURE, OPERATORS)));
            }
            return null;
        }

        private String called() {
            return getCurrentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call
                    ? call.getMethodSelect().toString()
                    : "";
        }

        /** Whether it stands in what makes one of these, or in a call of one of these. */
        private boolean within(Pattern made, Pattern called) {
            for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
                Tree tree = path.getLeaf();
                if (tree instanceof ClassTree) {
                    return false;
                }
                if (tree instanceof NewClassTree one
                        && made.matcher(one.getIdentifier().toString()).matches()) {
                    return true;
                }
                if (tree instanceof MethodInvocationTree call
                        && called.matcher(call.getMethodSelect().toString()).matches()) {
                    return true;
                }
            }
            return false;
        }
    }
}
