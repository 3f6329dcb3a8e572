package gm.sharing.workflow.gate;

import java.util.Map;

/** Which answers of forms are codes. */
public interface CodedFields {

    /** The ids of tables of codes by the keys of the form's fields; empty when the program reads no codes of it. */
    Map<String, String> of(String form);
}
