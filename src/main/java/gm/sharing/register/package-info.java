/** The public register of agreements in force. */
@NullMarked
package gm.sharing.register;

import org.jspecify.annotations.NullMarked;
