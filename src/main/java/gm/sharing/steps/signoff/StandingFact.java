package gm.sharing.steps.signoff;

import gm.sharing.code.Coded;
import gm.sharing.dpia.AutomatedDecisions;
import gm.sharing.organisation.AssuranceSchemes;
import gm.sharing.organisation.Sector;
import gm.sharing.project.DataKinds;
import gm.sharing.project.Law;
import gm.sharing.project.PartyRole;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import gm.sharing.workflow.gate.table.Fact;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a table of standing conditions can be about: of the project, of the flow, of its recipient. A fact that the record does not
 * hold is not told, and what reads it is for a person to look at. {@code src/docs/models.md} names them.
 */
@WordsIn("sign-off/standing-facts")
enum StandingFact implements Worded {
    PARTNERS(Fact::count),
    RETENTION_MONTHS(Fact::count),
    OPEN_ENDED(Fact::truth),
    DPIA(name -> Fact.word(name, StandingFacts.DPIA_STATES)),
    RESIDUAL_HIGH(Fact::truth),
    PERSONAL_DATA(Fact::truth),
    SPECIAL_CATEGORY(Fact::truth),
    CRIMINAL_OFFENCE(Fact::truth),
    PSEUDONYMISED(Fact::truth),
    CHILDREN(Fact::truth),
    VULNERABLE(Fact::truth),
    DATA_KINDS(name -> Fact.codesOf(name, DataKinds.TABLE)),
    MATCHING(Fact::truth),
    AUTOMATED_DECISIONS(name -> Fact.word(name, Coded.codes(AutomatedDecisions.values()))),
    PROFILING(Fact::truth),
    AI(Fact::truth),
    SENDS(Fact::truth),
    METHOD(name -> Fact.codeOf(name, Law.METHODS)),
    COPY(Fact::truth),
    LAW_ENFORCEMENT(Fact::truth),
    CONFIDENTIAL_CARE(Fact::truth),
    ARTICLE6(name -> Fact.codeOf(name, Law.LAWFUL_BASES)),
    RECIPIENTS_ARTICLE6(name -> Fact.codeOf(name, Law.LAWFUL_BASES)),
    ARTICLE9(name -> Fact.codeOf(name, Law.SPECIAL_CATEGORIES)),
    SCHEDULE1(name -> Fact.codeOf(name, Law.SCHEDULE_1)),
    CONFIDENTIALITY(name -> Fact.codeOf(name, Law.CONFIDENTIALITY)),
    OPT_OUT(name -> Fact.codeOf(name, Law.OPT_OUTS)),
    POWERS(name -> Fact.codesOf(name, Law.POWERS)),
    RECIPIENT(name -> Fact.word(name)),
    RECIPIENT_SECTOR(name -> Fact.word(name, Coded.codes(Sector.values()))),
    RECIPIENT_ROLE(name -> Fact.word(name, Coded.codes(PartyRole.values()))),
    DSPT(name -> Fact.codeOf(name, AssuranceSchemes.RESULTS, StandingFacts.NOT_APPLICABLE)),
    DSPT_CURRENT(Fact::truth),
    ASSURANCES(name -> Fact.codesOf(name, AssuranceSchemes.RESULTS)),
    ICO_REGISTRATION_VALID(Fact::truth);

    private static final Pattern WORD_AFTER_FIRST = Pattern.compile("_(.)");

    @SuppressWarnings("ImmutableEnumChecker") // none of them holds anything
    private final Function<String, Fact> type;

    StandingFact(Function<String, Fact> type) {
        this.type = type;
    }

    /** As tables name it, such as {@code retentionMonths}. */
    String code() {
        return WORD_AFTER_FIRST.matcher(name().toLowerCase(Locale.ROOT)).replaceAll(word -> word.group(1)
                .toUpperCase(Locale.ROOT));
    }

    static Optional<StandingFact> of(String code) {
        return Arrays.stream(values()).filter(fact -> fact.code().equals(code)).findFirst();
    }

    static List<Fact> all() {
        return Arrays.stream(values()).map(fact -> fact.type.apply(fact.code())).toList();
    }
}
