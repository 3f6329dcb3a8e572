package gm.sharing.steps.dpia;

import gm.sharing.dpia.Context;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Nature;
import gm.sharing.dpia.Necessity;
import gm.sharing.dpia.NeedForDpia;
import gm.sharing.dpia.Purposes;
import gm.sharing.dpia.Scope;
import gm.sharing.workflow.form.Prefill;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of the sections that need nothing of their own. */
@Configuration(proxyBeanMethods = false)
class SectionForms {

    private final Dpias dpias;
    private final Suggestions suggestions;
    private final ReviewText review;
    private final Prefill prefill;

    SectionForms(Dpias dpias, Suggestions suggestions, ReviewText review, Prefill prefill) {
        this.dpias = dpias;
        this.suggestions = suggestions;
        this.review = review;
        this.prefill = prefill;
    }

    @Bean
    SectionForm<NeedForDpia> needForm() {
        return new SectionForm<>(
                "dpia-need",
                NeedForDpia.class,
                DpiaSection.NEED,
                Dpia::needForDpia,
                suggestions::need,
                dpias::stateNeed,
                dpias,
                review,
                prefill);
    }

    @Bean
    SectionForm<Nature> natureForm() {
        return new SectionForm<>(
                "dpia-nature",
                Nature.class,
                DpiaSection.NATURE,
                Dpia::nature,
                suggestions::nature,
                dpias::describeNature,
                dpias,
                review,
                prefill);
    }

    @Bean
    SectionForm<Scope> scopeForm() {
        return new SectionForm<>(
                "dpia-scope",
                Scope.class,
                DpiaSection.SCOPE,
                Dpia::scope,
                suggestions::scope,
                dpias::describeScope,
                dpias,
                review,
                prefill);
    }

    @Bean
    SectionForm<Context> contextForm() {
        return new SectionForm<>(
                "dpia-context",
                Context.class,
                DpiaSection.CONTEXT,
                Dpia::context,
                suggestions::context,
                dpias::describeContext,
                dpias,
                review,
                prefill);
    }

    @Bean
    SectionForm<Purposes> purposesForm() {
        return new SectionForm<>(
                "dpia-purposes",
                Purposes.class,
                DpiaSection.PURPOSES,
                Dpia::purposes,
                suggestions::purposes,
                dpias::describePurposes,
                dpias,
                review,
                prefill);
    }

    @Bean
    SectionForm<Necessity> necessityForm() {
        return new SectionForm<>(
                "dpia-necessity",
                Necessity.class,
                DpiaSection.NECESSITY,
                Dpia::necessity,
                suggestions::necessity,
                dpias::assessNecessity,
                dpias,
                review,
                prefill);
    }
}
