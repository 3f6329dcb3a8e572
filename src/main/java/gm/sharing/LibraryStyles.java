package gm.sharing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Serves the styles of govuk-frontend without the typeface that they name: it is for services on GOV.UK alone, and a page
 * that is laid out before our own styles have come would ask for files that are not there.
 */
@Configuration
class LibraryStyles implements WebMvcConfigurer {

    private static final Pattern TYPEFACE = Pattern.compile("@font-face\\s*\\{[^}]*}");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addTransformer(LibraryStyles::withoutTypeface);
    }

    private static Resource withoutTypeface(HttpServletRequest request, Resource file, ResourceTransformerChain others)
            throws IOException {
        var transformed = others.transform(request, file);
        if (!String.valueOf(transformed.getFilename()).endsWith(".css")) {
            return transformed;
        }
        var styles = transformed.getContentAsString(StandardCharsets.UTF_8);
        return new TransformedResource(
                transformed, TYPEFACE.matcher(styles).replaceAll("").getBytes(StandardCharsets.UTF_8));
    }
}
