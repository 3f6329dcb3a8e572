/** What decision tables have to keep to: cells that can be evaluated, words that the program knows, one answer to every question. */
@NamedInterface("table")
@NullMarked
package gm.sharing.workflow.gate.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
