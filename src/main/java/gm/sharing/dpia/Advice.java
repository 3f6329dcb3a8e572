package gm.sharing.dpia;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The advice of the lead organisation's data protection officer: the answers of the form dpia-advise. */
@Embeddable
public record Advice(
        @NotNull @Enumerated(EnumType.STRING) DpoView advice,
        @NotBlank @Size(max = Texts.LONG) @Column(name = "advice_summary", columnDefinition = "text") String summary) {

    boolean sendsBack() {
        return advice == DpoView.SEND_BACK;
    }

    boolean isAgainst() {
        return advice == DpoView.AGAINST;
    }
}
