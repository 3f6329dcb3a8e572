package gm.sharing.insight;

import gm.sharing.CsvTable;
import gm.sharing.Dates;
import gm.sharing.Problem;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Sector;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The page of figures over all organisations, its tables as files, and the record for process mining. */
@Controller
@RequestMapping("/insight")
class InsightPages {

    private final Insight insight;
    private final EventLog log;
    private final Clock clock;

    InsightPages(Insight insight, EventLog log, Clock clock) {
        this.insight = insight;
        this.log = log;
        this.clock = clock;
    }

    /** A version of a model as it can be chosen. */
    record Choice(String id, String name, int number, String day) {

        static Choice of(ModelVersions.Version version) {
            return new Choice(version.id(), version.name(), version.number(), Dates.day(version.deployed()));
        }
    }

    @GetMapping
    String read(@ModelAttribute Typed typed, Person person, Model model) {
        Insight.mustBeFor(person);
        List<ModelVersions.Version> versions = insight.versions();
        Typed.Reading reading = typed.read(versions, LocalDate.now(clock));
        model.addAttribute("typed", typed);
        model.addAttribute("problems", reading.problems());
        model.addAttribute(
                "wrong",
                reading.problems().stream()
                        .collect(Collectors.toMap(Problem::field, Problem::message, (first, second) -> first)));
        model.addAttribute("attention", insight.needsAttention(person));
        model.addAttribute("kinds", Sector.values());
        model.addAttribute("versions", versions.stream().map(Choice::of).toList());
        model.addAttribute("figures", reading.problems().isEmpty() ? insight.read(reading.asked()) : List.<Figure>of());
        return "insight/insight";
    }

    /** The table of one figure. */
    @GetMapping("/{figure:standing|waiting|times|rounds|refusals|changes|overdue|measures|comparison}.csv")
    void table(@PathVariable String figure, @ModelAttribute Typed typed, Person person, HttpServletResponse response)
            throws IOException {
        Insight.mustBeFor(person);
        Typed.Reading reading = typed.read(insight.versions(), LocalDate.now(clock));
        if (!reading.problems().isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, reading.problems().get(0).message());
        }
        Table table = insight.read(reading.asked()).stream()
                .filter(one -> one.id().equals(figure))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .table();
        CsvTable file = CsvTable.download(response, "insight-%s.csv".formatted(figure), table.columns());
        table.rows().forEach(row -> file.add(row.line()));
    }

    /** The record as an event log; whoever reads it finds roles and no people. */
    @GetMapping("/events.json")
    void events(Person person, HttpServletResponse response) throws IOException {
        Insight.mustBeFor(person);
        response.setContentType("application/json");
        response.setHeader("Content-Disposition", "attachment; filename=\"events.json\"");
        log.write(response.getOutputStream());
    }
}
