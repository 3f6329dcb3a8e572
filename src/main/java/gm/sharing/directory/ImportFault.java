package gm.sharing.directory;

/**
 * What is wrong with a file in one place.
 *
 * @param line its number in the file
 * @param column as it is written in the file, or as pages call it; empty when it is about the line
 */
record ImportFault(int line, String column, String message) {}
