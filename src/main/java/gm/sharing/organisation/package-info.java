/** Directory of the organisations of Greater Manchester, their assurance and their people. */
@NullMarked
package gm.sharing.organisation;

import org.jspecify.annotations.NullMarked;
