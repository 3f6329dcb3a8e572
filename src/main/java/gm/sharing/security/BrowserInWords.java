package gm.sharing.security;

import gm.sharing.wording.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** What people call the browser from which they sign in, so that they know it again: no more than its kind and its system. */
final class BrowserInWords {

    private static final Words WORDS = Words.in("security/sessions");

    /** Most browsers say that they are others too: the first that fits is meant. */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung",
            "Firefox",
            "Firefox",
            "FxiOS",
            "Firefox",
            "Chrome",
            "Chrome",
            "CriOS",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "Windows",
            "Windows",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "CrOS",
            "ChromeOS",
            "Macintosh",
            "Mac",
            "Linux",
            "Linux");

    private BrowserInWords() {}

    private static Map<String, String> inOrder(String... marksAndNames) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int mark = 0; mark < marksAndNames.length; mark += 2) {
            names.put(marksAndNames[mark], marksAndNames[mark + 1]);
        }
        return names;
    }

    static String of(HttpServletRequest request) {
        String said = request.getHeader(HttpHeaders.USER_AGENT);
        String browser = name(BROWSERS, said == null ? "" : said, WORDS.text("unknown"));
        String system = name(SYSTEMS, said == null ? "" : said, "");
        return system.isEmpty() ? browser : WORDS.text("browser-on", Map.of("browser", browser, "system", system));
    }

    private static String name(Map<String, String> names, String said, String otherwise) {
        return names.entrySet().stream()
                .filter(mark -> said.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
