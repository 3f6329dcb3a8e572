package gm.sharing.journey;

import gm.sharing.agreement.Agreement;
import gm.sharing.agreement.AgreementVersion;
import gm.sharing.project.SharingProject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person may read of a project.
 *
 * @param ledBy the name of the lead organisation, and of the partnership for which it leads
 * @param documents newest first
 * @param agreement null until it is published
 * @param dpia one sentence, or null while the screening is not answered
 * @param history newest first
 */
record ProjectRecord(
        SharingProject project,
        String ledBy,
        List<Stage> stages,
        List<Waiting> waiting,
        List<PartnerStanding> partners,
        List<AgreementVersion> documents,
        @Nullable Agreement agreement,
        @Nullable String dpia,
        List<Happening> history,
        boolean mayWithdraw) {

    /**
     * Something that waits for a person.
     *
     * @param due in words, or null
     */
    record Waiting(String task, String forWhom, @Nullable String due, boolean overdue) {}

    /**
     * A partner and how far its sign-off is.
     *
     * @param version the version that it was asked about last, or null when it was not asked
     */
    record PartnerStanding(
            String name,
            String assurance,
            String role,
            String part,
            String state,
            @Nullable String version,
            boolean late) {}

    /**
     * An event.
     *
     * @param at in words
     * @param who a person's name
     */
    record Happening(String at, String what, String who) {}
}
