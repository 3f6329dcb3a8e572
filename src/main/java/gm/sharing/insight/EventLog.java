package gm.sharing.insight;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import gm.sharing.insight.LoggedRecord.AgreementVersion;
import gm.sharing.insight.LoggedRecord.Happening;
import gm.sharing.insight.LoggedRecord.Project;
import gm.sharing.organisation.Sector;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the record as an object-centric event log for process mining (OCEL 2.0, JSON; www.ocel-standard.org). Objects are
 * projects, what a partner does in one, and versions of its agreement. It goes through the projects some at a time, so that no
 * number of them takes much memory.
 */
@Component
class EventLog {

    private static final int AT_ONCE = 200;

    private static final String PROJECT = "project";
    private static final String PARTNER = "partner";
    private static final String VERSION = "agreement-version";
    private static final String KIND = "kind";
    private static final String ROLES = "roles";
    private static final String NUMBER = "number";

    /** What happens to one version of an agreement, by the first word of the type. */
    private static final Set<String> OF_VERSIONS = Set.of("agreement", "round", "signoff");

    private static final JsonFactory JSON = new JsonFactory();

    private final LoggedRecord record;
    private final Sectors sectors;

    EventLog(LoggedRecord record, Sectors sectors) {
        this.record = record;
        this.sectors = sectors;
    }

    @Transactional(readOnly = true)
    public void write(OutputStream to) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(to, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeArrayFieldStart("objectTypes");
            type(json, PROJECT, KIND, "string");
            type(json, PARTNER, KIND, "string");
            type(json, VERSION, NUMBER, "integer");
            json.writeEndArray();
            json.writeArrayFieldStart("eventTypes");
            for (String type : record.types()) {
                type(json, type, ROLES, "string");
            }
            json.writeEndArray();
            json.writeArrayFieldStart("objects");
            eachSome(projects -> writeObjects(json, projects));
            json.writeEndArray();
            json.writeArrayFieldStart("events");
            eachSome(projects -> writeEvents(json, projects));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    @FunctionalInterface
    private interface Part {
        void write(List<Project> projects) throws IOException;
    }

    private void eachSome(Part part) throws IOException {
        List<Project> projects = record.projects("", AT_ONCE);
        while (!projects.isEmpty()) {
            part.write(projects);
            projects = record.projects(projects.get(projects.size() - 1).reference(), AT_ONCE);
        }
    }

    private void writeObjects(JsonGenerator json, List<Project> projects) throws IOException {
        List<String> references = projects.stream().map(Project::reference).toList();
        Map<String, Sector> kinds = sectors.all();
        Map<String, Set<String>> partners = record.partners(references);
        Map<String, List<AgreementVersion>> versions = record.versions(references);
        for (Project project : projects) {
            String reference = project.reference();
            start(json, reference, PROJECT);
            attribute(json, KIND, Sector.valueOf(project.kind()).code(), project.proposed());
            json.writeEndArray();
            json.writeArrayFieldStart("relationships");
            end(json);
            for (String partner : partners.getOrDefault(reference, Set.of())) {
                start(json, partner(reference, partner), PARTNER);
                attribute(json, KIND, kinds.getOrDefault(partner, Sector.OTHER).code(), project.proposed());
                belongsTo(json, reference);
            }
            for (AgreementVersion version : versions.getOrDefault(reference, List.of())) {
                start(json, version(reference, version.version()), VERSION);
                attribute(json, NUMBER, version.version(), version.drafted());
                belongsTo(json, reference);
            }
        }
    }

    private void writeEvents(JsonGenerator json, List<Project> projects) throws IOException {
        List<String> references = projects.stream().map(Project::reference).toList();
        Map<String, List<Happening>> happenings = record.happenings(references);
        Map<String, List<AgreementVersion>> versions = record.versions(references);
        Map<String, Map<Integer, List<String>>> asked = record.asked(references);
        for (String reference : references) {
            int drafted = 0;
            int round = 0;
            int known = versions.getOrDefault(reference, List.of()).size();
            for (Happening happening : happenings.getOrDefault(reference, List.of())) {
                drafted += happening.type().equals("agreement.drafted") ? 1 : 0;
                round += happening.type().equals("round.opened") ? 1 : 0;
                writeEvent(
                        json,
                        happening,
                        drafted > 0 && drafted <= known && isAboutVersion(happening) ? drafted : 0,
                        happening.type().equals("round.opened")
                                ? asked.getOrDefault(reference, Map.of()).getOrDefault(round, List.of())
                                : List.of());
            }
        }
    }

    private static boolean isAboutVersion(Happening happening) {
        return OF_VERSIONS.contains(
                happening.type().substring(0, happening.type().indexOf('.')));
    }

    /**
     * @param version that it is about; 0 for none
     * @param asked the organisations that were asked by it
     */
    private static void writeEvent(JsonGenerator json, Happening happening, int version, List<String> asked)
            throws IOException {
        String reference = happening.reference();
        json.writeStartObject();
        json.writeStringField("id", "event-" + happening.id());
        json.writeStringField("type", happening.type());
        json.writeStringField("time", happening.at().toString());
        json.writeArrayFieldStart("attributes");
        json.writeStartObject();
        json.writeStringField("name", ROLES);
        json.writeStringField("value", happening.roles());
        json.writeEndObject();
        json.writeEndArray();
        json.writeArrayFieldStart("relationships");
        relationship(json, reference, "of");
        if (happening.forWhom() != null) {
            relationship(json, partner(reference, happening.forWhom()), "for");
        }
        for (String partner : asked) {
            relationship(json, partner(reference, partner), "asks");
        }
        if (version > 0) {
            relationship(json, version(reference, version), "about");
        }
        end(json);
    }

    private static String partner(String reference, String organisation) {
        return reference + "/" + organisation;
    }

    private static String version(String reference, int version) {
        return reference + "/version-" + version;
    }

    private static void type(JsonGenerator json, String name, String attribute, String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeArrayFieldStart("attributes");
        json.writeStartObject();
        json.writeStringField("name", attribute);
        json.writeStringField("type", type);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void start(JsonGenerator json, String id, String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("type", type);
        json.writeArrayFieldStart("attributes");
    }

    private static void attribute(JsonGenerator json, String name, Object value, Instant since) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("time", since.toString());
        // A number, too: what it is stands with its type.
        json.writeStringField("value", value.toString());
        json.writeEndObject();
    }

    private static void belongsTo(JsonGenerator json, String reference) throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("relationships");
        relationship(json, reference, "part-of");
        end(json);
    }

    private static void relationship(JsonGenerator json, String object, String qualifier) throws IOException {
        json.writeStartObject();
        json.writeStringField("objectId", object);
        json.writeStringField("qualifier", qualifier);
        json.writeEndObject();
    }

    private static void end(JsonGenerator json) throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }
}
