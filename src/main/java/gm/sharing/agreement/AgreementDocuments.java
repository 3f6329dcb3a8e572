package gm.sharing.agreement;

import gm.sharing.document.Document;
import gm.sharing.document.DocumentRenderer;
import gm.sharing.document.Section;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.signoff.Rounds;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.StandingSignature;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the document of a version and keeps it. */
@Component
class AgreementDocuments {

    private final StoredDocuments documents;
    private final DocumentRenderer renderer;
    private final SignOffs signOffs;
    private final Rounds rounds;
    private final Directory directory;
    private final Clock clock;
    private final URI service;

    AgreementDocuments(
            StoredDocuments documents,
            DocumentRenderer renderer,
            SignOffs signOffs,
            Rounds rounds,
            Directory directory,
            Clock clock,
            @Value("${sharing.base-url:http://localhost:8080}") URI service) {
        this.documents = documents;
        this.renderer = renderer;
        this.signOffs = signOffs;
        this.rounds = rounds;
        this.directory = directory;
        this.clock = clock;
        this.service = service;
    }

    AgreementDocument of(AgreementVersion version) {
        return documents.getReferenceById(version.id());
    }

    /** What is drafted now, with the words of this release around it. */
    AgreementContent framed(AgreementContent content, Instant draftedAt) {
        return content.within(
                Frame.around(content, draftedAt.atZone(clock.getZone()).toLocalDate(), service));
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
        AgreementContent drafted = version.content();
        AgreementContent content = drafted.frame() == null ? framed(drafted, version.createdAt()) : drafted;
        List<SignOff> all = signOffs.of(version.reference());
        Map<OrganisationCode, SignOff> asked = all.stream()
                .collect(Collectors.toMap(SignOff::partner, Function.identity(), (earlier, later) -> later));
        List<Section> partners = agreement == null ? List.of() : content.sections("partner");
        Map<OrganisationCode, StandingSignature> standing = standing(version);
        Document document = new Presentation(
                        content,
                        version.digest(),
                        agreement,
                        partners.stream()
                                .map(partner -> signature(partner, asked.get(code(partner)), standing))
                                .toList(),
                        partners.stream()
                                .map(partner -> PartyBlock.of(
                                        partner.title(),
                                        asked.get(code(partner)),
                                        signedBefore(all, asked.get(code(partner)))))
                                .toList(),
                        service)
                .document();
        String article = renderer.article(document);
        documents.save(new AgreementDocument(version, article, renderer.pdf(document, article)));
    }

    private static @Nullable SignOff signedBefore(List<SignOff> all, @Nullable SignOff last) {
        return last == null
                ? null
                : all.stream()
                        .filter(earlier -> earlier.partner().equals(last.partner())
                                && earlier.round() < last.round()
                                && earlier.isSigned())
                        .reduce((earlier, later) -> later)
                        .orElse(null);
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
        return rounds.of(version.reference()).stream()
                .flatMap(round -> round.standing().stream())
                .collect(Collectors.toMap(StandingSignature::partner, Function.identity(), (earlier, later) -> later));
    }
}
