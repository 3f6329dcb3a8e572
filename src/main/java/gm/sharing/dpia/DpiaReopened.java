package gm.sharing.dpia;

import gm.sharing.project.ProjectReference;

/** Tells other modules, in the same transaction, that a decided assessment was opened again. */
public record DpiaReopened(ProjectReference reference) {}
