/** How a Camunda form meets the record: loading, checking, accepting. */
@NamedInterface("form")
@NullMarked
package gm.sharing.workflow.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
