/** Sign-in and the web rules. */
@NullMarked
package gm.sharing.security;

import org.jspecify.annotations.NullMarked;
