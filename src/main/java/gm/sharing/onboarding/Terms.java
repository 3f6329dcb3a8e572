package gm.sharing.onboarding;

import gm.sharing.document.Digest;
import gm.sharing.wording.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Terms of the framework in one version. */
record Terms(String version, String text) {

    private static final Words WORDS = Words.in("onboarding/terms");

    /** Those that organisations are asked to accept today. */
    static Terms now() {
        return new Terms(WORDS.text("version"), WORDS.text("text"));
    }

    /** Of version and text: whatever of them changes is accepted anew. */
    public String digest() {
        return Digest.of((version + "\n\n" + text).getBytes(StandardCharsets.UTF_8))
                .value();
    }

    public List<String> paragraphs() {
        return List.of(text.split("\n\\s*\n"));
    }
}
