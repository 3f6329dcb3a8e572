package gm.sharing.ethics;

import gm.sharing.organisation.By;
import gm.sharing.project.ProjectReference;

/**
 * The ethics panel's advice with who gave it.
 *
 * @param stands whether it is about the project as it is assessed now
 */
public record GivenEthicsAdvice(ProjectReference reference, EthicsAdvice advice, By by, boolean stands) {}
