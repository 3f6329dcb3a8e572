package gm.sharing.steps.dpia;

import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.Dpias;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of the sections of which no rule reads an answer. */
@Configuration(proxyBeanMethods = false)
class SectionForms {

    private final Dpias dpias;
    private final Suggestions suggestions;
    private final ReviewText review;

    SectionForms(Dpias dpias, Suggestions suggestions, ReviewText review) {
        this.dpias = dpias;
        this.suggestions = suggestions;
        this.review = review;
    }

    @Bean
    SectionForm needForm() {
        return new SectionForm("dpia-need", DpiaSection.NEED, suggestions::need, dpias, review);
    }

    @Bean
    SectionForm natureForm() {
        return new SectionForm("dpia-nature", DpiaSection.NATURE, suggestions::nature, dpias, review);
    }

    @Bean
    SectionForm scopeForm() {
        return new SectionForm("dpia-scope", DpiaSection.SCOPE, suggestions::scope, dpias, review);
    }

    @Bean
    SectionForm contextForm() {
        return new SectionForm("dpia-context", DpiaSection.CONTEXT, suggestions::context, dpias, review);
    }

    @Bean
    SectionForm purposesForm() {
        return new SectionForm("dpia-purposes", DpiaSection.PURPOSES, suggestions::purposes, dpias, review);
    }

    @Bean
    SectionForm necessityForm() {
        return new SectionForm("dpia-necessity", DpiaSection.NECESSITY, suggestions::necessity, dpias, review);
    }
}
