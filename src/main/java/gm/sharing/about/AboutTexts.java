package gm.sharing.about;

import gm.sharing.SafeMarkdown;
import gm.sharing.StartFindings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The texts about the service, in Markdown. Who runs it can replace each by a file of the same name in a folder; it is read
 * when the page is asked for, so that a new wording needs no restart.
 */
@Component
@EnableConfigurationProperties(AboutSettings.class)
class AboutTexts implements SmartInitializingSingleton {

    private final AboutSettings settings;
    private final Environment environment;
    private final StartFindings findings;

    AboutTexts(AboutSettings settings, Environment environment, StartFindings findings) {
        this.settings = settings;
        this.environment = environment;
        this.findings = findings;
    }

    /** A service that people use for real says whom they can turn to. */
    @Override
    public void afterSingletonsInstantiated() {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        if (!demo && (settings.runBy() == null || settings.contact() == null)) {
            findings.report(new StartFindings.Finding(
                    "the names on the privacy notice and the accessibility statement",
                    "They do not say who runs this service and how to reach them.",
                    "Set sharing.about.run-by and sharing.about.contact, and read the texts at /privacy, /accessibility"
                            + " and /cookies: they have to be true of your organisation."));
        }
    }

    /** The text of a page as HTML without its heading. */
    String html(AboutPage page) {
        return SafeMarkdown.html(text(page)
                .replace(
                        "{run-by}",
                        Objects.requireNonNullElse(settings.runBy(), "the organisation that runs this service"))
                .replace("{contact}", contact()));
    }

    private String contact() {
        String address = settings.contact();
        return address == null ? "the people who gave you your account" : "[" + address + "](mailto:" + address + ")";
    }

    private String text(AboutPage page) {
        try {
            return source(page).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Resource source(AboutPage page) {
        String folder = settings.folder();
        if (folder != null) {
            Resource own = new FileSystemResource(Path.of(folder, page.file()));
            if (own.isReadable()) {
                return own;
            }
        }
        return new ClassPathResource("about/" + page.file());
    }
}
