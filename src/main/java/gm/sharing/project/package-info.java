/** The sharing project: vision, needs, partners, flows and lawful bases; the aggregate the rest refers to by reference. */
@NullMarked
package gm.sharing.project;

import org.jspecify.annotations.NullMarked;
