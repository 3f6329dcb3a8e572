package gm.sharing.workflow.sharingproject;

import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Organisations as choices of a form, each with the assurance of its information security beside its name. */
@Component
class OrganisationOptions {

    private final Directory directory;
    private final Clock clock;

    OrganisationOptions(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** A choice as forms take it. */
    record Option(String label, String value) {}

    /** Everybody in the directory, partnerships too, so that choosing one tells who its members are. */
    List<Option> all() {
        return options(directory.all().stream());
    }

    List<Option> of(Collection<OrganisationCode> codes) {
        return options(codes.stream().map(directory::get));
    }

    List<Option> partnershipsOf(OrganisationCode member) {
        return options(directory.partnershipsOf(member).stream());
    }

    String assurance(OrganisationCode code) {
        return assurance(directory.get(code));
    }

    private String assurance(Organisation organisation) {
        return organisation.assurance(LocalDate.now(clock)).label();
    }

    private List<Option> options(Stream<Organisation> organisations) {
        return organisations
                .map(organisation ->
                        new Option(label(organisation), organisation.code().value()))
                .toList();
    }

    private String label(Organisation organisation) {
        return organisation.isLegalEntity()
                ? "%s (assurance: %s)".formatted(organisation.name(), assurance(organisation))
                : organisation.name() + " (a partnership: its members sign)";
    }
}
