package gm.sharing.project;

/** Which parts of a project are described so far. */
public record DescribedSoFar(
        ProjectReference reference, boolean needs, boolean partners, boolean flows, boolean arrangements) {

    /** As the database gives it. */
    DescribedSoFar(String reference, boolean needs, boolean partners, boolean flows, boolean arrangements) {
        this(new ProjectReference(reference), needs, partners, flows, arrangements);
    }

    /** Of a project that was read whole. */
    public static DescribedSoFar of(SharingProject project) {
        return new DescribedSoFar(
                project.reference(),
                project.needs().isPresent(),
                !project.partners().isEmpty(),
                !project.flows().isEmpty(),
                project.arrangements().isPresent());
    }
}
