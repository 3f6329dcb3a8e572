package gm.sharing.workflow.page;

import gm.sharing.workflow.form.TaskPartners;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Takes away drafts that were left for too long, digests of what was sent and what is kept of tasks without history, once a day, on nodes that run jobs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class FormDraftSchedule {

    private final FormDrafts drafts;
    private final SentForms sent;
    private final TaskPartners partners;

    FormDraftSchedule(FormDrafts drafts, SentForms sent, TaskPartners partners) {
        this.partners = partners;
        this.sent = sent;
        this.drafts = drafts;
    }

    /** A failure is in the log, and the next try is tomorrow. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "P1D")
    void forget() {
        drafts.forgetOld();
        sent.forgetOld();
        partners.forgetOld();
    }
}
