package gm.sharing.organisation;

import java.io.IOException;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.Resource;

/** A file of organisations, read as strictly as configuration: an unknown field or value is refused, not passed over. */
class OrganisationsFile {

    private final Resource file;

    OrganisationsFile(Resource file) {
        this.file = file;
    }

    List<OrganisationEntry> read() {
        try {
            var sources = new YamlPropertySourceLoader().load(file.getDescription(), file);
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind(
                            "organisations",
                            Bindable.listOf(OrganisationEntry.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true))
                    .orElse(List.of());
        } catch (IOException | BindException e) {
            throw new IllegalStateException("Cannot read the organisations from " + file.getDescription(), e);
        }
    }
}
