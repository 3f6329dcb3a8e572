package gm.sharing.workflow.gate;

import java.util.List;
import java.util.regex.Matcher;

/** Broken forms and tables. */
final class BrokenForms extends BrokenFiles {

    @Override
    void breakFiles() {
        forms();
        added();
        tables();
    }

    /** In front of what the form has. */
    private void added() {
        String row =
                "{'type': 'dynamiclist', 'id': 'F', 'path': 'rows', 'label': 'L', 'disableCollapse': true, 'components': ["
                        + "{'type': 'radio', 'id': 'G', 'key': 'known', 'label': 'M', 'values': [{'label': 'Yes', 'value': 'yes'}, {'label': 'No', 'value': 'no'}]},"
                        + "{'type': 'textfield', 'id': 'H', 'key': 'why', 'label': 'N', 'conditional': {'hide': '=%s'}}]}";
        added("a name of the row without “this”", "why", row.formatted("known != \\\"no\\\""));
        added("the answers of all rows for one", "why", row.formatted("rows.known != \\\"no\\\""));
        added(
                "a name of a row in a text beside it",
                "T",
                row.formatted("this.known = null") + ",{'type': 'text', 'id': 'T', 'text': 'So {{known}}'}");
        added(
                "a name of the group without “this”",
                "why",
                row.replace("dynamiclist', ", "group', ")
                        .replace(" 'disableCollapse': true,", "")
                        .formatted("known = null"));
        for (String value : List.of(" yes ", "e\u0301")) {
            added(
                    "an option that nobody can choose: " + value,
                    "caseRef",
                    "{'type': 'radio', 'id': 'F', 'key': 'caseRef', 'label': 'C', 'values': [{'label': 'Yes', 'value': '%s'}]}"
                            .formatted(value));
        }
        for (String key : List.of("i", "this", "parent")) {
            added(
                    "a key that expressions know as something else: " + key,
                    key,
                    "{'type': 'textfield', 'id': 'F', 'key': '%s', 'label': 'C'}".formatted(key));
        }
        added(
                "one id for two texts",
                "same",
                "{'type': 'text', 'id': 'same', 'text': 'One'},{'type': 'text', 'id': 'same', 'text': 'Two'}");
        String table =
                "{'type': 'table', 'id': 'T', 'label': 'Facts', 'dataSource': '=reasons', 'columns': [{'id': 'c', 'label': 'A', 'key': 'a'}]}";
        added("a table without label", "T", table.replace("'Facts'", "''"));
        added("a table without columns", "T", table.replaceFirst("\\{'id': 'c'.*?\\}", ""));
        added("a column without label", "T", table.replace("'A'", "''"));
    }

    private void added(String what, String element, String component) {
        String quoted = component.replace('\'', '"');
        add(what, FORM, element, "\"components\": \\[", Matcher.quoteReplacement("\"components\": [" + quoted + ","));
    }

    private void forms() {
        add(
                "an own question of no label",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\"},");
        add(
                "an own question whose words differ",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case {{project}}\"},");
        add(
                "a longer answer than is kept",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"validate\": {\"maxLength\": 30001}},");
        add(
                "an answer in no document",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"document\": \"book\"}},");
        add(
                "an answer in no part",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"document\": \"dpia\", \"part\": \"rights\"}},");
        add(
                "a part of no document",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"part\": \"rights\"}},");
        add(
                "a property that is none",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"colour\": \"red\"}},");
        add(
                "an empty heading",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"heading\": \" \"}},");
        add(
                "an own question by the name of what is shown",
                FORM,
                "summary",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"summary\", \"label\": \"Case\"},");
        add(
                "an own question by the name of the project",
                FORM,
                "project",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"project\", \"label\": \"Case\"},");
        add(
                "a key that browsers know as something else: constructor",
                FORM,
                "constructor",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"constructor\", \"label\": \"Case\"},");
        add(
                "a key that browsers know as something else: toString",
                FORM,
                "toString",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"toString\", \"label\": \"Case\"},");
        add(
                "a path that browsers know as something else: valueOf",
                FORM,
                "valueOf",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"group\", \"id\": \"F\", \"path\": \"valueOf\", \"label\": \"G\", \"components\": []},");
        add(
                "a day under a label that nobody sees",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"datetime\", \"subtype\": \"date\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Day\"},");
        add(
                "an own day with a time",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"datetime\", \"subtype\": \"datetime\", \"id\": \"F\", \"key\": \"caseRef\", \"dateLabel\": \"Day\", \"label\": \"Case\"},");
        add(
                "a list in an own list",
                FORM,
                "inner",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"dynamiclist\", \"id\": \"F\", \"path\": \"outer\", \"label\": \"L\", \"disableCollapse\": true, \"components\": [{\"type\": \"dynamiclist\", \"id\": \"G\", \"path\": \"inner\", \"label\": \"M\", \"disableCollapse\": true, \"components\": []}]},");
        literally(
                "properties where the program puts the answer",
                FORM,
                "reasons",
                "\"key\": \"reasons\",",
                "\"key\": \"reasons\", \"properties\": {\"document\": \"dpia\"},");
        literally(
                "a second factor for an answer that is none",
                "sign-agreement.form",
                "decision",
                "\"secondFactor\": \"sign, sign-with-conditions\"",
                "\"secondFactor\": \"sign, conditions\"");
        add(
                "a second factor for an answer that nobody can choose",
                FORM,
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"secondFactor\": \"yes\"}},");
        add(
                "what a partner answers in a document that all read",
                "sign-agreement.form",
                "caseRef",
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"properties\": {\"document\": \"agreement\"}},");
        add(
                "another column of the program's rows",
                "describe-needs.form",
                "caseRef",
                "(?s)(\"path\": \"dataItems\".*?\"components\": \\[)",
                "$1{\"type\": \"textfield\", \"id\": \"F\", \"key\": \"caseRef\", \"label\": \"Case\", \"validate\": {\"maxLength\": 9}},");
        literally("a key by another name", FORM, "reasons", "\"key\": \"reasons\"", "\"key\": \"reason\"");
        add("no longer required", FORM, "decision", "(?s)(\"key\": \"decision\".*?\"required\": )true", "$1false");
        add(
                "an option that the program does not know",
                FORM,
                "decision",
                "\"value\": \"approve\"",
                "\"value\": \"perhaps\"");
        add("a text that became a number", FORM, "reasons", "(?s)\"type\": \"textarea\"", "\"type\": \"number\"");
        add("a text longer than is taken", FORM, "reasons", "\"maxLength\": \\d+", "\"maxLength\": 99999");
        add(
                "a field that nobody sees",
                FORM,
                "reasons",
                "(\"key\": \"reasons\")",
                "$1, \"conditional\": {\"hide\": \"=true\"}");
        literally(
                "an answer that is hidden from some",
                FORM,
                "reasons",
                "\"key\": \"reasons\",",
                "\"key\": \"reasons\", \"conditional\": {\"hide\": \"=decision = \\\"approve\\\"\"},");
        literally(
                "an answer that nobody can type",
                FORM,
                "reasons",
                "\"key\": \"reasons\",",
                "\"key\": \"reasons\", \"readonly\": true,");
        literally("a text with a value that is not shown", FORM, "Text_summary", "{{summary}}", "{{sumary}}");
        literally("rows that come from nowhere", FORM, "Table_3", "=partners", "=partner");
        add("made for another engine", FORM, "approve-sign-off-rule", "Camunda Platform", "Camunda Cloud");
        add(
                "of a schema of another time",
                FORM,
                "approve-sign-off-rule",
                "\"schemaVersion\": 16",
                "\"schemaVersion\": 99");
    }

    private void tables() {
        String normal = "Rule_Deadline_SignOffNormal";
        literally("a cell that FEEL cannot read", TABLE, normal, "<text>15</text>", "<text>15 (</text>");
        literally("a cell of another type", TABLE, normal, "<text>15</text>", "<text>\"fifteen\"</text>");
        literally("a number out of range", TABLE, normal, "<text>15</text>", "<text>-15</text>");
        literally("a reminder after it was due", TABLE, normal, "<text>7</text>", "<text>17</text>");
        add(
                "a row that overlaps",
                TABLE,
                "Rule_Deadline_SignOffUrgent",
                "(?s)(Rule_Deadline_SignOffUrgent_urgency\">\\s*<text>)\"urgent\"",
                "$1\"normal\"");
        add(
                "a row that is gone",
                TABLE,
                "review-deadlines",
                "(?s)<rule id=\"Rule_Deadline_SignOffNormal\">.*?</rule>",
                "");
        literally("an answer by another name", TABLE, "review-deadlines", "name=\"dueDays\"", "name=\"days\"");
        literally(
                "a script in a table",
                TABLE,
                "InputExpression_ReviewDeadlines_kind",
                "typeRef=\"string\">",
                "typeRef=\"string\" expressionLanguage=\"javascript\">");
    }
}
