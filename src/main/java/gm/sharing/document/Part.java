package gm.sharing.document;

import java.util.List;

/**
 * A numbered part of the document: a chapter, or a section of one.
 *
 * @param id where links go
 * @param heading with its number
 */
public record Part(String id, String heading, List<Part> parts) {

    static Part of(String id, String heading) {
        return new Part(id, heading, List.of());
    }
}
