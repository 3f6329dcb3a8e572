/** The database in a file, for one machine. */
@NullMarked
package gm.sharing.database;

import org.jspecify.annotations.NullMarked;
