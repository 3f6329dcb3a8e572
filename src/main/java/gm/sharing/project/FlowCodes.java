package gm.sharing.project;

import org.jspecify.annotations.Nullable;

/** The answers of a flow that are a code of one table each, by the names that the flow has for them. */
record FlowCodes(
        String method,
        String frequency,
        @Nullable String article6,
        @Nullable String recipientsArticle6,
        @Nullable String article9,
        @Nullable String schedule1,
        @Nullable String schedule8,
        @Nullable String confidentiality,
        @Nullable String optOut) {}
