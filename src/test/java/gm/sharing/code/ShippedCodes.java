package gm.sharing.code;

import gm.sharing.Shipped;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.table.CodeRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The tables of codes as the application comes with them, for tests without the engine. */
public final class ShippedCodes {

    private static final Codes ALL = read();

    private ShippedCodes() {}

    public static Codes all() {
        return ALL;
    }

    private static Codes read() {
        Map<String, CodeTable> tables = new HashMap<>();
        try {
            for (Path path : Shipped.ending(".dmn")) {
                CodeRows.of(new ModelFile(path.getFileName().toString(), Files.readAllBytes(path)))
                        .ifPresent(table -> tables.put(table.id(), table));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Codes(tables);
    }
}
