/** Reads the models, forms and tables in force for those who look something up. */
@NullMarked
package gm.sharing.workflow.handbook;

import org.jspecify.annotations.NullMarked;
