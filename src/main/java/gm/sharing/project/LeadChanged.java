package gm.sharing.project;

/**
 * Said in the transaction in which somebody hands a project over.
 *
 * @param before the id of who led it
 * @param now the id of who leads it
 * @param by the id of who handed it over
 */
public record LeadChanged(ProjectReference reference, String title, String before, String now, String by) {}
