package gm.sharing.workflow.gate;

import java.util.List;

/** What would be deployed without a word and stop whoever comes there later. */
final class BrokenLater extends BrokenFiles {

    private static final String DOCUMENTATION = "<bpmn:documentation>Decide whether the agreement";

    @Override
    void breakFiles() {
        lengths();
        documentation();
        conditions();
        events();
        people();
        members();
        nothing();
        spans();
    }

    /** Each as long as the column that takes it, and one more. */
    private void lengths() {
        String long255 = "x".repeat(256);
        documented("a documentation that does not fit", "x".repeat(4_001));
        documented("a documentation in two parts that do not fit", half("x") + half("y"));
        documented(
                "a documentation that is long before it is worked out", "<![CDATA[${lead}" + "x".repeat(4_000) + "]]>");
        literally(
                "a namespace that does not fit",
                APPROVE,
                "Definitions_ApproveSignOffRule",
                "targetNamespace=\"http://bpmn.io/schema/bpmn\"",
                "targetNamespace=\"http://" + long255 + "\"");
        literally(
                "a namespace of a table that does not fit",
                TABLE,
                "Definitions_ReviewDeadlines",
                "namespace=\"http://camunda.org/schema/1.0/dmn\"",
                "namespace=\"http://" + long255 + "\"");
        literally(
                "the name of a template that does not fit",
                APPROVE,
                "Send_RuleReminder",
                "camunda:modelerTemplate=\"gm.sharing.send-notice\"",
                "camunda:modelerTemplate=\"" + long255 + "\"");
        literally("a time that does not fit", APPROVE, TIMER, DATE, DATE.replace("now(),", "now()," + " ".repeat(240)));
    }

    private static String half(String sign) {
        return sign.repeat(2_000) + "</bpmn:documentation><bpmn:documentation>";
    }

    private void documentation() {
        documented("a documentation that names what is not there", "Look at ${screen} first");
        documented("a documentation that is a moment", "${now()}");
        documented("a documentation that is a number", "#{lead.length() / 2}");
        documented("a documentation without end", "Ask ${lead");
        documented("a documentation of nothing", "a $ {b} ${ }");
        documented("a documentation of two kinds", "${lead} asks #{lead}");
        documented("a documentation of two kinds in two parts", half("${lead} ") + "#{lead} ");
        documented("a documentation written with entities", "&#36;&#123;screen}");
        documented("a documentation out of pieces", "$<![CDATA[{screen}]]>");
    }

    /** Asked only when a variable of the process changes. */
    private void conditions() {
        for (String condition : List.of(
                "answers.of(execution, 'x', 'y') == 'go'",
                "signOffRounds.stopped(execution)",
                "questionOpen and !signOffRounds.stopped(execution)",
                "execution.hasVariable('questionOpen') and now() > now()",
                "execution.currentActivityName == 'x'",
                "true",
                "partner == 'x'")) {
            literally(
                    "an event that waits for " + condition,
                    PARTNER,
                    "Event_QuestionOpen",
                    ">${questionOpen}<",
                    ">${" + condition.replace(">", "&gt;") + "}<");
        }
    }

    /** Never asked again, or for a variable that never changes. */
    private void events() {
        String events = "camunda:variableName=\"questionOpen\" camunda:variableEvents=\"create, update\"";
        for (String never :
                List.of("create", "delete", "create, delete", "create,create", "updated", "create update")) {
            literally(
                    "an event that hears of " + never + " only",
                    PARTNER,
                    "Start_QuestionAsked",
                    events,
                    events.replace("create, update", never));
        }
        for (String nothing : List.of("questionClosed", "questionopen", " ")) {
            literally(
                    "an event that watches “" + nothing + "”, which nothing sets",
                    PARTNER,
                    "Start_QuestionAsked",
                    events,
                    events.replace("questionOpen", nothing));
        }
    }

    /** What the program reads as a person or an organisation, and never is one. */
    private void people() {
        String lead = "<camunda:in source=\"lead\" target=\"lead\" />";
        String organisation = "<camunda:in source=\"leadOrganisation\" target=\"leadOrganisation\" />";
        for (String other : List.of(
                "source=\"urgency\"",
                "source=\"leadOrganisation\"",
                "source=\"dpiaNeeded\"",
                "source=\"boardDueDays\"",
                "source=\"partners\"",
                "sourceExpression=\"lead.manchester\"",
                "sourceExpression=\"${5}\"",
                "sourceExpression=\"${now()}\"",
                "sourceExpression=\"${'admin'}\"",
                "sourceExpression=\"${ leadOrganisation }\"")) {
            literally(
                    "a lead by " + other,
                    PROJECT,
                    "Call_ApproveSignOffRule",
                    lead,
                    "<camunda:in " + other + " target=\"lead\" />");
        }
        for (String other : List.of(
                "source=\"lead\"",
                "source=\"urgency\"",
                "sourceExpression=\"nowhere\"",
                "sourceExpression=\"${empty lead ? 'bolton' : 'nowhere'}\"",
                "sourceExpression=\"${partners.size()}\"",
                "sourceExpression=\"${true}\"")) {
            literally(
                    "an organisation by " + other,
                    PROJECT,
                    "Call_ApproveSignOffRule",
                    organisation,
                    "<camunda:in " + other + " target=\"leadOrganisation\" />");
        }
    }

    /** What fails for some values of those it is asked for. */
    private void members() {
        for (String fails : List.of(
                "lead.substring(3)",
                "'a'.concat(lead).substring(0, 1)",
                "partners.get(0)",
                "lead.contains(null) ? lead : lead",
                "now().after(null) ? lead : lead",
                "10 / lead.length() > 1 ? lead : lead",
                "10 mod partners.size() > 1 ? lead : lead",
                "10 % 0 > 1 ? lead : lead",
                "lead.charAt(0)",
                "lead.split('[')",
                "partners.iterator().next()",
                "partners.toArray()[0]")) {
            literally(
                    "an assignee by " + fails,
                    PROJECT,
                    "Task_DescribeNeeds",
                    "formRef=\"describe-needs\" camunda:formRefBinding=\"latest\" camunda:assignee=\"${lead}\"",
                    "formRef=\"describe-needs\" camunda:formRefBinding=\"latest\" camunda:assignee=\"${"
                            + fails.replace(">", "&gt;") + "}\"");
        }
    }

    private void nothing() {
        literally(
                "a condition that may be nothing",
                PROJECT,
                "Flow_DpoAgrees_DpiaAsked",
                ">${dpiaNeeded}<",
                ">${dpiaNeeded ? true : null}<");
        literally(
                "a condition that may be nothing in brackets",
                PROJECT,
                "Flow_DpoAgrees_DpiaAsked",
                ">${dpiaNeeded}<",
                ">${(empty lead ? null : dpiaNeeded)}<");
    }

    private void spans() {
        for (String due : List.of(
                "P999999Y",
                "P99999999D",
                "99999-01-01T00:00:00",
                "2099-01-01T00:00:00",
                "${dateTime().plusDays(99999).toDate()}",
                "${dateTime().plusYears(boardDueDays).toDate()}",
                "${dateTime().plusYears(11).toDate()}",
                "${workingDays.from(now(), 99999)}")) {
            literally("due " + due, APPROVE, TASK, BOARD_DUE, "camunda:dueDate=\"" + due + "\"");
        }
        literally(
                "a timer of a thousand years",
                APPROVE,
                TIMER,
                DATE,
                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P1000Y</bpmn:timeDuration>");
        literally(
                "a timer that comes back after centuries",
                APPROVE,
                TIMER,
                DATE,
                "<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R5/P300Y</bpmn:timeCycle>");
    }

    private void documented(String what, String words) {
        String model = read(APPROVE);
        int from = model.indexOf(DOCUMENTATION) + "<bpmn:documentation>".length();
        int to = model.indexOf("</bpmn:documentation>", from);
        add(new Broken(what, APPROVE, model.substring(0, from) + words + model.substring(to), TASK));
    }
}
