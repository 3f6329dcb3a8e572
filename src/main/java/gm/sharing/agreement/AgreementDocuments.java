package gm.sharing.agreement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import gm.sharing.document.Document;
import gm.sharing.document.DocumentRenderer;
import gm.sharing.document.Section;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.StandingSignature;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the document of a version and keeps it. */
@Component
class AgreementDocuments {

    private final StoredDocuments documents;
    private final StoredVersions versions;
    private final DocumentRenderer renderer;
    private final SignOffs signOffs;
    private final Directory directory;
    private final Clock clock;
    private final URI service;

    AgreementDocuments(
            StoredDocuments documents,
            StoredVersions versions,
            DocumentRenderer renderer,
            SignOffs signOffs,
            Directory directory,
            Clock clock,
            @Value("${sharing.base-url:http://localhost:8080}") URI service) {
        this.documents = documents;
        this.versions = versions;
        this.renderer = renderer;
        this.signOffs = signOffs;
        this.directory = directory;
        this.clock = clock;
        this.service = service;
    }

    AgreementDocument of(AgreementVersion version) {
        return documents.getReferenceById(version.id());
    }

    /** Writes the version as a draft, which bears a mark. */
    void draft(AgreementVersion version) {
        write(version, null);
    }

    /** Writes it anew with the signatures. */
    void publish(Agreement agreement) {
        write(agreement.version(), agreement);
    }

    private void write(AgreementVersion version, @Nullable Agreement agreement) {
        AgreementContent content = version.content();
        Map<OrganisationCode, SignOff> asked = signOffs.of(version.reference()).stream()
                .collect(Collectors.toMap(SignOff::partner, Function.identity(), (earlier, later) -> later));
        Map<String, AgreementVersion> before = new HashMap<>();
        versions.findByReferenceOrderByOrdinal(version.reference().value()).stream()
                .filter(earlier -> earlier.ordinal() < version.ordinal())
                .forEach(earlier -> before.put(earlier.number(), earlier));
        List<Section> partners = agreement == null ? List.of() : content.sections("partner");
        Map<OrganisationCode, StandingSignature> standing = standing(version);
        Document document = new Presentation(
                        content,
                        version.digest(),
                        version.createdAt().atZone(clock.getZone()).toLocalDate(),
                        agreement,
                        partners.stream()
                                .map(partner -> signature(partner, asked.get(code(partner)), standing))
                                .toList(),
                        partners.stream()
                                .map(partner -> PartyBlock.of(partner.title(), asked.get(code(partner))))
                                .toList(),
                        comparisons(version, content, before, asked),
                        service)
                .document();
        String article = renderer.article(document);
        documents.save(new AgreementDocument(version, article, renderer.pdf(document, article)));
    }

    private static OrganisationCode code(Section partner) {
        return new OrganisationCode(partner.item());
    }

    private SignatureBlock signature(
            Section partner, @Nullable SignOff signOff, Map<OrganisationCode, StandingSignature> standing) {
        if (signOff == null) {
            return SignatureBlock.notNeeded(partner.title());
        }
        StandingSignature stands = standing.get(signOff.partner());
        return SignatureBlock.of(
                partner.title(),
                signOff,
                directory::nameOf,
                stands != null && stands.agreedVersion().equals(signOff.agreedVersion()) ? stands.because() : null);
    }

    /** What the rounds say of signatures that were given to earlier versions; the last round counts. */
    private Map<OrganisationCode, StandingSignature> standing(AgreementVersion version) {
        return signOffs.rounds(version.reference()).stream()
                .flatMap(round -> round.standing().stream())
                .collect(Collectors.toMap(StandingSignature::partner, Function.identity(), (earlier, later) -> later));
    }

    /** With the version before, and with each that a party was asked about last before this one. */
    private static List<VersionComparison> comparisons(
            AgreementVersion version,
            AgreementContent content,
            Map<String, AgreementVersion> before,
            Map<OrganisationCode, SignOff> asked) {
        Map<String, List<String>> seenLast = content.sections("partner").stream()
                .filter(partner -> asked.containsKey(code(partner)))
                .collect(groupingBy(
                        partner ->
                                Objects.requireNonNull(asked.get(code(partner))).agreedVersion(),
                        mapping(Section::title, toList())));
        return before.values().stream()
                .sorted(Comparator.comparingInt(AgreementVersion::ordinal).reversed())
                .filter(earlier -> earlier.ordinal() == version.ordinal() - 1 || seenLast.containsKey(earlier.number()))
                .map(earlier -> new VersionComparison(
                        earlier.number(),
                        seenLast.getOrDefault(earlier.number(), List.of()),
                        content.fieldChangesSince(earlier.content())))
                .toList();
    }
}
