package gm.sharing.project;

import static gm.sharing.Changed.changed;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Refused.Complaint;
import gm.sharing.code.ShippedCodes;
import gm.sharing.organisation.OrganisationCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flow as the rules on its law judge it. */
abstract class LawOfAFlow {

    static final String PUBLIC_TASK = "6(1)(e)";
    static final Law LAW = new Law(ShippedCodes.all());
    final LawfulBasisRules rules = new LawfulBasisRules(DescribedProject::organisation, LAW);

    void assertRefused(Basis basis, String... words) {
        assertThat(complaints(basis)).singleElement().satisfies(complaint -> {
            assertThat(complaint.path()).startsWith("flows", 0);
            assertThat(complaint.rule()).contains(words);
        });
    }

    void assertAccepted(Basis basis) {
        assertThat(complaints(basis)).isEmpty();
    }

    List<Complaint> complaints(Basis basis) {
        FlowRow row = new FlowRow(0, basis.flow());
        rules.check(row, basis.processors);
        return row.complaints();
    }

    /** A flow from Bolton to Bury for a public task; each test changes what matters to it. */
    static final class Basis {

        private List<OrganisationCode> from = List.of(BOLTON);
        private List<OrganisationCode> to = List.of(BURY);
        private List<OrganisationCode> processors = List.of();
        private @Nullable String purpose;
        private @Nullable String article6 = PUBLIC_TASK;
        private @Nullable String recipientsArticle6;
        private @Nullable String outsideTask;
        private @Nullable String article9;
        private @Nullable String schedule1;
        private @Nullable String policyDocument;
        private @Nullable LocalDate policyReview;
        private boolean lawEnforcement;
        private List<OrganisationCode> underPart3 = List.of();
        private @Nullable String schedule8 = "none";

        Basis from(OrganisationCode... senders) {
            from = List.of(senders);
            return this;
        }

        Basis to(OrganisationCode... recipients) {
            to = List.of(recipients);
            return this;
        }

        Basis processing(OrganisationCode... organisations) {
            processors = List.of(organisations);
            return this;
        }

        Basis purpose(String text) {
            purpose = text;
            return this;
        }

        Basis article6(@Nullable String basis) {
            article6 = basis;
            return this;
        }

        Basis recipients(String basis) {
            recipientsArticle6 = basis;
            return this;
        }

        Basis outsideTask(String why) {
            outsideTask = why;
            return this;
        }

        Basis article9(String condition) {
            article9 = condition;
            return this;
        }

        Basis schedule1(String condition) {
            schedule1 = condition;
            return this;
        }

        Basis policy(@Nullable String title, @Nullable LocalDate review) {
            policyDocument = title;
            policyReview = review;
            return this;
        }

        Basis enforcing(OrganisationCode... relying) {
            lawEnforcement = true;
            underPart3 = List.of(relying);
            return this;
        }

        Basis schedule8(@Nullable String condition) {
            schedule8 = condition;
            return this;
        }

        Flow flow() {
            return changed(
                    ProjectFixture.flow(from, to),
                    "purpose",
                    purpose,
                    "article6",
                    article6,
                    "recipientsArticle6",
                    recipientsArticle6,
                    "outsideTask",
                    outsideTask,
                    "article9",
                    article9,
                    "schedule1",
                    schedule1,
                    "policyDocument",
                    policyDocument,
                    "policyReview",
                    policyReview,
                    "lawEnforcement",
                    lawEnforcement,
                    "underPart3",
                    underPart3,
                    "schedule8",
                    schedule8);
        }
    }
}
