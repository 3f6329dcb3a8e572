/** What people and operators are told when something went wrong that nobody foresaw. */
@NullMarked
package gm.sharing.fault;

import org.jspecify.annotations.NullMarked;
