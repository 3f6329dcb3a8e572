package gm.sharing.steps.dpia;

import static java.util.stream.Collectors.toSet;

import gm.sharing.document.FieldChange;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.DpiaVersion;
import gm.sharing.dpia.DpiaVersions;
import gm.sharing.dpia.MarkedSection;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Markdown;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells those who advise on a mended assessment what they said of it before it was sent back and what changed since. */
@Component
class LastRound {

    private static final Words WORDS = Words.in("dpia/situation");

    private final DpiaVersions versions;

    LastRound(DpiaVersions versions) {
        this.versions = versions;
    }

    /** The way to what changed since the assessment was sent back; empty when it was not. */
    Optional<String> link(Dpia dpia) {
        return versions.lastRound(dpia.reference()).map(round -> "[%s](/projects/%s/dpia/changes?from=%d&to=draft)"
                .formatted(
                        WORDS.text("what-changed", Map.of("number", round.number())),
                        dpia.reference(),
                        round.number()));
    }

    /** What the officer of this organisation said of each section; empty when the assessment was not sent back. */
    Map<DpiaSection, String> marks(Dpia dpia, OrganisationCode adviser) {
        Map<DpiaSection, String> marks = new EnumMap<>(DpiaSection.class);
        versions.lastRound(dpia.reference()).ifPresent(round -> {
            Set<String> changed = changed(dpia, round);
            dpia.adviceRound().marks().stream()
                    .filter(marked -> marked.organisation().equals(adviser))
                    .forEach(marked -> marks.put(
                            marked.section(),
                            mark(marked, changed.contains(marked.section().code()))));
        });
        return marks;
    }

    /** The keys of the chapters that do not say the same any more. */
    private Set<String> changed(Dpia dpia, DpiaVersion round) {
        return versions.draft(dpia.reference()).stream()
                .flatMap(draft -> DpiaVersions.changes(round.content(), draft).stream())
                .map(FieldChange::part)
                .collect(toSet());
    }

    private static String mark(MarkedSection marked, boolean changed) {
        String said = WORDS.text(
                changed ? "marked-changed" : "marked-unchanged",
                Map.of("mark", marked.mark().mark().label().toLowerCase(Locale.UK)));
        String comment = marked.mark().comment();
        return comment == null ? "**" + said + "**" : Markdown.answer(said, comment);
    }
}
