/** Codes that rules read, with the words that people read for them: one table for each list, owned by the process owner. */
@org.jspecify.annotations.NullMarked
package gm.sharing.code;
