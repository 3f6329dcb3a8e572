package gm.sharing.notification;

import org.jspecify.annotations.Nullable;

/**
 * Something that people are told.
 *
 * @param about names the thing told; nobody is told the same thing twice
 * @param reference the project's reference; empty when it is about no project
 * @param text plain text, paragraphs separated by empty lines
 * @param path page of this application to go on at, starting with a slash, or null
 */
public record Notice(String about, String reference, String subject, String text, @Nullable String path) {}
