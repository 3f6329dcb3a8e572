package gm.sharing.dpia;

/** How likelihood and severity make a level; decided by the table {@code dpia-risk}, which its owner may change. */
public interface RiskGrading {

    RiskLevel level(Likelihood likelihood, Severity severity);
}
