/** What is told to whom: a persistent outbox and the email that leaves it. */
@NullMarked
package gm.sharing.notification;

import org.jspecify.annotations.NullMarked;
