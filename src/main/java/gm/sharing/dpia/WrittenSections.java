package gm.sharing.dpia;

import static java.util.stream.Collectors.toCollection;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** The sections of an assessment: which wait to be written, and who wrote the others. */
@Embeddable
class WrittenSections {

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "dpia_section", joinColumns = @JoinColumn(name = "reference"))
    @MapKeyColumn(name = "section")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<DpiaSection, SectionState> sections = new HashMap<>();

    @Embedded
    private @Nullable Consultation consultation;

    protected WrittenSections() {}

    void open(Set<DpiaSection> which) {
        if (which.isEmpty()) {
            throw Refused.of("sections", "choose at least one section of the DPIA.");
        }
        which.forEach(section -> sections.merge(section, new SectionState(true, null), (old, fresh) -> old.reopened()));
    }

    void save(DpiaSection section, By by) {
        requireOpen(section);
        sections.put(section, SectionState.savedBy(by));
    }

    void consult(Consultation answers, By by) {
        requireOpen(DpiaSection.CONSULTATION);
        if (answers.asksIndividuals() && answers.views() == null) {
            throw Refused.of("views", "say when and how individuals are asked for their views, and what they say.");
        }
        if (!answers.asksIndividuals() && answers.whyNotAsked() == null) {
            throw Refused.of("whyNotAsked", "say why it is not appropriate to ask individuals for their views.");
        }
        save(DpiaSection.CONSULTATION, by);
        consultation = answers;
    }

    /** Somebody else may have saved the section since it was shown. */
    void requireOpen(DpiaSection section) {
        var state = section(section);
        if (!state.open()) {
            throw new Refused(savedAlready(section, state.saved()));
        }
    }

    private static String savedAlready(DpiaSection section, @Nullable By saved) {
        return saved == null
                ? "The section “%s” is not open.".formatted(section.label())
                : "The section “%s” was already saved by %s on %s. What you typed was not saved; copy it before you leave the form."
                        .formatted(section.label(), saved.name(), saved.moment());
    }

    void requireWritten() {
        requireWritten("the need for it", DpiaSection.NEED);
        requireWritten(
                "the description of the processing",
                DpiaSection.NATURE,
                DpiaSection.SCOPE,
                DpiaSection.CONTEXT,
                DpiaSection.PURPOSES);
        requireWritten("the consultation, or why there is none", DpiaSection.CONSULTATION);
        requireWritten("necessity and proportionality", DpiaSection.NECESSITY);
    }

    private void requireWritten(String what, DpiaSection... which) {
        if (!Stream.of(which).allMatch(one -> section(one).isWritten())) {
            throw Dpia.incomplete(what);
        }
    }

    SectionState section(DpiaSection section) {
        return sections.getOrDefault(section, new SectionState(false, null));
    }

    /** The sections that wait to be written, in their order. */
    Set<DpiaSection> open() {
        return sections.entrySet().stream()
                .filter(entry -> entry.getValue().open())
                .map(Map.Entry::getKey)
                .collect(toCollection(() -> EnumSet.noneOf(DpiaSection.class)));
    }

    Optional<Consultation> consultation() {
        return Optional.ofNullable(consultation);
    }
}
