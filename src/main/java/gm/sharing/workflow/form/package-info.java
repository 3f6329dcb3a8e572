/** How a Camunda form meets the record: loading, checking, accepting. */
@NullMarked
package gm.sharing.workflow.form;

import org.jspecify.annotations.NullMarked;
