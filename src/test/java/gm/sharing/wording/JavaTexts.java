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
    private static final Pattern REFUSING =
            Pattern.compile("(Refused|Complaint)\\.(of|inRow|ofRow)|FlowRow\\.ofAll|(\\w+\\.)?complain\\w*"
                    + "|(this\\.)?(refuse\\w*|refused|about|incomplete|notNow|wrong|require|requireWritten|mustSay|mustBeReason|known)"
                    + "|Reason\\.given|notForPublicTasks|sentence|move|.*\\.labelled");
    private static final Pattern REFUSAL = Pattern.compile("Refused|Complaint");

    /** Statements of SQL, patterns and formats: nobody reads them as words. */
    private static final Pattern NO_WORDS = Pattern.compile("(?s)"
            + "\\s*\\)? ?(select|insert|update|delete|merge|where|with|and|n where|for update|fetch first|from)\\b[^A-Z]*[_=?:].*"
            + "|\\s*fetch first.*|.*\\w+_ in \\(.*|\\s*for update( nowait)?|select .*|create trigger .*|merge into .*"
            + "|[^A-Z]*\\b[a-z]+\\.\\w+_\\b.*|[^A-Z]*\\(?lower\\(.*| (order|group) by .*|missed\\..*| rows only"
            + "|a\\.ended_at .*|.*-src '.*|/CIDInit.*|.*beginbfchar.*|endcmap.*");

    private static final Pattern NO_READER = Pattern.compile(
            "(?s).*(Pattern\\.compile|ofPattern|replaceAll|replaceFirst|matches|split|jdbc\\.sql|execute|setContent|setHeader"
                    + "|policy|contains|weirdStringException)");

    private static final Pattern RUNNING = Pattern.compile(
            "(fault|database|security|wording|about/AboutTexts"
                    + "|audit/AppendOnly\\w*|organisation/DirectoryLoader|notification/(Mail|Delivery|Notification)\\w*"
                    + "|workflow/(fault|model|notice/NoticeFaults)|workflow/access/(\\w*Inspection|FirstAdministrator|Grants|StarterGrants"
                    + "|DemoAccounts|Groups|AccountIds|AccountRules|RecordedAccounts|\\w*Passwords|EngineDoor|JsonBody|NotAdmitted))\\b.*");

    private static final Pattern MODELS =
            Pattern.compile("workflow/(gate/.*|notice/NoticesInModels.*|model/GatedDeployments.*)");

    /** Classes that do nothing but say what is wrong. */
    private static final Pattern RULES = Pattern.compile("(workflow/form/(FieldRule|FieldType|OwnAnswer|DoneTasks)"
            + "|organisation/Separation|directory/ChangedSince|workflow/OneAfterTheOther|journey/PageFrame)\\b.*");

    /** For whom a text is. */
    enum Reader {
        /** Nobody. */
        PROGRAM,
        /** Those who run the program or call it: exceptions, the log, the security record, faults, what is found at start. */
        OPERATORS,
        /** Process owners whose model or form is refused. */
        OWNERS,
        /** Whoever sent what a rule refuses. */
        REFUSED,
        /** Everybody else: the record, documents, notices, pages, what stands above forms. */
        PEOPLE
    }

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

    Reader reader() {
        if (NO_READER.matcher(called).matches() || NO_WORDS.matcher(text).matches()) {
            return Reader.PROGRAM;
        }
        if (MODELS.matcher(file).matches() && !forOperators) {
            return Reader.OWNERS;
        }
        if (forOperators || RUNNING.matcher(file).matches()) {
            return Reader.OPERATORS;
        }
        return refusal || RULES.matcher(file).matches() ? Reader.REFUSED : Reader.PEOPLE;
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
