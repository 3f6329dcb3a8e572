package gm.sharing.project;

/**
 * What people read for the codes of a flow, by the names that the flow has for them; empty when nothing was chosen.
 *
 * @param recipientsArticle6 where it differs from the senders'
 */
public record FlowWords(
        String method,
        String frequency,
        String article6,
        String recipientsArticle6,
        String article9,
        String schedule1,
        String schedule8,
        String confidentiality,
        String optOut) {}
