package gm.sharing.code;

import java.util.Map;
import java.util.Optional;

/**
 * All tables of codes as they were at one moment.
 *
 * @param tables by id
 */
public record Codes(Map<String, CodeTable> tables) {

    public Codes {
        tables = Map.copyOf(tables);
    }

    /**
     * The table with this id.
     *
     * @throws IllegalStateException when no such table is deployed
     */
    public CodeTable table(String id) {
        return find(id).orElseThrow(() ->
                new IllegalStateException("The table of codes " + id + " is not deployed. Deploy " + id + ".dmn."));
    }

    public Optional<CodeTable> find(String id) {
        return Optional.ofNullable(tables.get(id));
    }
}
