/** Forms as pages: what Tasklist shows of the deployed forms, made on the server, with the same handlers and rules. */
@NullMarked
package gm.sharing.workflow.page;

import org.jspecify.annotations.NullMarked;
