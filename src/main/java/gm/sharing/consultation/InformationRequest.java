package gm.sharing.consultation;

import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Information that the Commissioner asked for, and when the Commissioner had it.
 *
 * @param clockStops whether the time for advice stands still from the asking until the Commissioner has it
 * @param receivedOn when the Commissioner had it; null until then, as what follows
 */
@Embeddable
public record InformationRequest(
        LocalDate askedOn,
        @Column(columnDefinition = "text") String question,
        boolean clockStops,
        @AttributeOverride(name = "person", column = @Column(name = "asked_by"))
                @AttributeOverride(name = "name", column = @Column(name = "asked_name"))
                @AttributeOverride(name = "at", column = @Column(name = "asked_at"))
                By asked,
        @Nullable LocalDate receivedOn,
        @Nullable @Column(columnDefinition = "text") String answer,
        @AttributeOverride(name = "person", column = @Column(name = "answered_by"))
                @AttributeOverride(name = "name", column = @Column(name = "answered_name"))
                @AttributeOverride(name = "at", column = @Column(name = "answered_at"))
                @Nullable By answered) {

    InformationRequest answered(InformationSent sent, By by) {
        return new InformationRequest(askedOn, question, clockStops, asked, sent.receivedOn(), sent.information(), by);
    }

    public boolean isOpen() {
        return receivedOn == null;
    }
}
