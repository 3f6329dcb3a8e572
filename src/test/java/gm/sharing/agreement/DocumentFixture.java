package gm.sharing.agreement;

import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The document as the application makes it, without the application. */
final class DocumentFixture {

    private DocumentFixture() {}

    static DocumentRenderer renderer() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return new DocumentRenderer(engine);
    }
}
