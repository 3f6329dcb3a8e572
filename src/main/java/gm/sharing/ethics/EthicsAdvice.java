package gm.sharing.ethics;

import gm.sharing.NeededBy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The ethics panel's advice by the seven principles of the Data and AI Ethics Framework (2025): the answers of the form
 * ethics-advise.
 *
 * @param tradeOffs between the principles, and how they are settled
 * @param conditions needed when the panel supports the project on conditions
 */
@Embeddable
@NeededBy("the ethics panel’s advice")
public record EthicsAdvice(
        @NotBlank @Size(max = 30_000) @Column(columnDefinition = "text") String transparency,
        @NotBlank @Size(max = 30_000) @Column(columnDefinition = "text") String accountability,
        @NotBlank @Size(max = 30_000) @Column(columnDefinition = "text") String fairness,
        @NotBlank @Size(max = 30_000) @Column(columnDefinition = "text") String privacy,
        @NotBlank @Size(max = 30_000) @Column(columnDefinition = "text") String safety,
        @NotBlank @Size(max = 30_000) @Column(columnDefinition = "text") String societalImpact,
        @NotBlank @Size(max = 30_000) @Column(columnDefinition = "text") String sustainability,
        @NotBlank @Size(max = 30_000) @Column(columnDefinition = "text") String tradeOffs,
        @NotNull @Enumerated(EnumType.STRING) EthicsView advice,
        @NotBlank @Size(max = 30_000) @Column(columnDefinition = "text") String summary,
        @Nullable @Size(max = 30_000) @Column(columnDefinition = "text") String conditions) {}
