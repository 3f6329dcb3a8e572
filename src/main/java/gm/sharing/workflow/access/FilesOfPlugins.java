package gm.sharing.workflow.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.WebResourceRoot.ResourceSetType;
import org.springframework.boot.web.embedded.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Camunda's web applications open only when their plug-ins load, and ask the servlet container for those files. It looks for
 * them in the libraries on the class path; unpacked as in its container, the application has one jar there, which names the
 * libraries in its manifest only. So the library with the plug-ins is named to it.
 */
@Component
class FilesOfPlugins implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final String FOLDER = "/plugin/tasklist";
    private static final String RESOURCES = "/META-INF/resources";
    private static final String FILE = "META-INF/resources/plugin/tasklist/app/plugin.js";

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.addLifecycleListener(event -> {
            if (Lifecycle.AFTER_START_EVENT.equals(event.getType())
                    && !context.getResources().getResource(FOLDER).exists()) {
                add(context);
            }
        }));
    }

    private static void add(Context context) {
        URL file = FilesOfPlugins.class.getClassLoader().getResource(FILE);
        try {
            if (file != null && file.openConnection() instanceof JarURLConnection library) {
                context.getResources()
                        .createWebResourceSet(ResourceSetType.RESOURCE_JAR, "/", library.getJarFileURL(), RESOURCES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
