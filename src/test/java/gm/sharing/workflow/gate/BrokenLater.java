package gm.sharing.workflow.gate;

/** What would be deployed without a word and stop whoever comes there later. */
final class BrokenLater extends BrokenFiles {

    private static final String DOCUMENTATION = "<bpmn:documentation>The lead asks that";

    @Override
    void breakFiles() {
        lengths();
        documentation();
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

    private void documented(String what, String words) {
        String model = read(APPROVE);
        int from = model.indexOf(DOCUMENTATION) + "<bpmn:documentation>".length();
        int to = model.indexOf("</bpmn:documentation>", from);
        add(new Broken(what, APPROVE, model.substring(0, from) + words + model.substring(to), TASK));
    }
}
