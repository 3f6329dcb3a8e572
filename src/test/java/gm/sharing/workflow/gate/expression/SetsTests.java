package gm.sharing.workflow.gate.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What is declared of variables is still done: a variable that nothing sets any more must not let a model pass. */
class SetsTests {

    @TestFactory
    Stream<DynamicTest> namesNoVariableThatTheProgramForgot() {
        return declaring(Sets.class)
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> assertThat(words(type))
                        .containsAll(
                                Arrays.stream(type.getAnnotation(Sets.class).value())
                                        .map(Sets.Variable::name)
                                        .toList())));
    }

    private static Stream<Class<?>> declaring(Class<Sets> annotation) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(annotation));
        return scanner.findCandidateComponents("gm.sharing").stream()
                .map(definition -> load(definition.getBeanClassName()));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, SetsTests.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The texts in the code of a class, and of those of ours that it calls. */
    private static Set<String> words(Class<?> type) throws IOException {
        Set<String> words = new HashSet<>();
        Set<String> called = new HashSet<>();
        read(type.getName().replace('.', '/'), words, called);
        for (String other : called) {
            read(other, words, new HashSet<>());
        }
        return words;
    }

    private static void read(String type, Set<String> words, Set<String> called) throws IOException {
        try (InputStream code = SetsTests.class.getResourceAsStream("/" + type + ".class")) {
            new ClassReader(code)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access, String name, String signature, String generic, String[] thrown) {
                                    return new Words(words, called);
                                }
                            },
                            ClassReader.SKIP_DEBUG);
        }
    }

    private static final class Words extends MethodVisitor {

        private final Set<String> words;
        private final Set<String> called;

        Words(Set<String> words, Set<String> called) {
            super(Opcodes.ASM9);
            this.words = words;
            this.called = called;
        }

        @Override
        public void visitLdcInsn(Object constant) {
            if (constant instanceof String word) {
                words.add(word);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            if (owner.startsWith("gm/sharing/")) {
                called.add(owner);
            }
        }
    }
}
