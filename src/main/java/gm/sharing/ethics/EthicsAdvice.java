package gm.sharing.ethics;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the ethics panel advises: the answers of the form ethics-advise that rules and the public summary read. What it says to each
 * principle is kept as the form asks it.
 *
 * @param conditions needed when the panel supports the project on conditions
 */
@Embeddable
@NeededBy("the ethics panel’s advice")
public record EthicsAdvice(
        @NotNull @Enumerated(EnumType.STRING) EthicsView advice,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String summary,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String conditions) {}
