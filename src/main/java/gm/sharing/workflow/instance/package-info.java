/** The process instances of a project: what they are told, and how they end. */
@NamedInterface("instance")
@NullMarked
package gm.sharing.workflow.instance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
