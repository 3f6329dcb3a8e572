package gm.sharing.steps.signoff;

import gm.sharing.mandate.Mandates;
import gm.sharing.organisation.Role;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.Statement;
import gm.sharing.signoff.Step;
import gm.sharing.signoff.UnderMandate;
import gm.sharing.wording.Words;
import gm.sharing.workflow.gate.expression.Gives;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Whom;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;

/** What the model partner-sign-off asks about standing mandates. */
@ModelBean("standingMandates")
public class MandatesInModels {

    private static final Words WORDS = Words.in("sign-off/mandate");

    private final MandateRule rule;
    private final SignOffs signOffs;
    private final URI service;

    MandatesInModels(
            MandateRule rule, SignOffs signOffs, @Value("${sharing.base-url:http://localhost:8080}") URI service) {
        this.rule = rule;
        this.signOffs = signOffs;
        this.service = service;
    }

    /** The group of the partner's IG officers where a mandate covers what it is asked; none where only signatories decide. */
    @Gives(Whom.GROUP)
    @Needs({"partner", "round"})
    public List<String> officers(Instance execution) {
        return rule.of(SignOffExecution.id(execution)).isPresent()
                ? List.of(Role.IG_OFFICER.groupOf(execution.partner()))
                : List.of();
    }

    /** Who decided last for the partner under whose mandate, in a sentence; empty where a signatory did. */
    @Needs("partner")
    public String inWords(Instance execution) {
        return signOffs.standing(execution.reference()).stream()
                .filter(signOff -> signOff.partner().equals(execution.partner()))
                .flatMap(signOff -> signOff.said().at(Step.SIGNATURE).stream())
                .map(MandatesInModels::words)
                .collect(Collectors.joining());
    }

    private static String words(Statement said) {
        UnderMandate mandate = said.speaker().actedAs().mandate();
        if (mandate == null) {
            return "";
        }
        Map<String, Object> told = new HashMap<>(mandate.told());
        told.put("officer", said.speaker().by().name());
        // Words in braces would stand for something else in the notice.
        return WORDS.text("notice", told).replace('{', '(').replace('}', ')');
    }

    /** The address of the page on which the partner's mandates are seen and revoked. */
    @Needs("partner")
    public String page(Instance execution) {
        return service.resolve(Mandates.page(execution.partner())).toString();
    }
}
