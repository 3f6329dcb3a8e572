/** The ethics panel's advice on a project and the record of the algorithmic tool that it uses. */
@NullMarked
package gm.sharing.ethics;

import org.jspecify.annotations.NullMarked;
