package gm.sharing.insight;

import gm.sharing.organisation.Sector;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Of which kind organisations are. */
@Component
class Sectors {

    private final RecordReader record;

    Sectors(RecordReader record) {
        this.record = record;
    }

    /** By the code of each organisation, in one statement. */
    Map<String, Sector> all() {
        Map<String, Sector> kinds = new HashMap<>();
        record.sql("select code, sector from organisation").query(row -> {
            kinds.put(row.getString(1), Sector.valueOf(row.getString(2)));
        });
        return kinds;
    }
}
