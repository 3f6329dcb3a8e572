package gm.sharing.dpia;

/**
 * A row of the table {@code risk-suggestions} that fits the project.
 *
 * @param code stable, so that nobody is offered the same twice
 */
public record RiskSuggestion(
        String code, String source, String impact, Likelihood likelihood, Severity severity, String measure) {}
