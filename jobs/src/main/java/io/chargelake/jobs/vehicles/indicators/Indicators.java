package io.chargelake.jobs.vehicles.indicators;

import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.jobs.tables.Indicator;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.jobs.tables.Vehicle;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trips, charge sessions and cycles to indicators by local periods, or to the answer of a question. */
@Command(
        name = "indicators",
        description = "Compute indicators of trips, charge sessions and cycles, or answer a question about them.",
        footer = {
            "",
            "With --from and --to the local years of these days are computed anew: a year's percentiles need its year.",
            "A question is answered from trips, sessions and cycles as they are; nothing is written.",
            "Example: ./chargelake indicators --question energy-hungry-types"
        })
public final class Indicators implements Job {

    @Option(
            names = "--long-km",
            defaultValue = "100",
            paramLabel = "KM",
            description = "a trip is long above this distance (default ${DEFAULT-VALUE})")
    double longKm;

    @Option(
            names = "--long-min",
            defaultValue = "90",
            paramLabel = "MINUTES",
            description = "or above this duration (default ${DEFAULT-VALUE})")
    double longMin;

    @Option(
            names = "--short-km",
            defaultValue = "5",
            paramLabel = "KM",
            description = "a trip is short below this distance (default ${DEFAULT-VALUE})")
    double shortKm;

    @Option(
            names = "--battery-kwh-per-100km",
            defaultValue = "20",
            paramLabel = "KWH",
            description = "a trip, cycle or battery is thirsty above this consumption (default ${DEFAULT-VALUE})")
    double kwhPer100Km;

    @Option(
            names = "--periods",
            split = ",",
            defaultValue = "day,weekday,month,year",
            paramLabel = "PERIOD",
            description = "which to compute (default ${DEFAULT-VALUE})")
    Set<Period> periods;

    @Option(
            names = "--dimensions",
            split = ",",
            defaultValue = "all,vehicle,vehicle_type,battery_type,model",
            paramLabel = "DIMENSION",
            description = "which to compute (default ${DEFAULT-VALUE}); of a large fleet, leave out vehicle")
    Set<Dimension> dimensions;

    @Option(
            names = "--question",
            converter = QuestionName.class,
            completionCandidates = QuestionName.class,
            paramLabel = "NAME",
            description = "print the answer instead: ${COMPLETION-CANDIDATES}")
    Optional<Question> question = Optional.empty();

    @Option(
            names = "--top",
            defaultValue = "20",
            paramLabel = "N",
            description = "most rows of an answer (default ${DEFAULT-VALUE})")
    int top;

    @Override
    public void run(Run run) {
        Thresholds thresholds = new Thresholds(longKm, longMin, shortKm, kwhPer100Km);
        if (question.isPresent()) {
            FleetHistory asked = FleetHistory.read(run, run.days());
            run.out().print(Answer.of(question.get().ask(asked, thresholds), top));
            run.out().flush();
            return;
        }
        Stream.of(Vehicle.TABLE, Trip.TABLE, ChargeSession.TABLE, Cycle.TABLE).forEach(run::noteInput);
        Optional<Years> years = Years.of(run.days());
        FleetHistory history = FleetHistory.read(run, years);
        write(run, rows(history, thresholds, new IndicatorRows(stored(), EnumSet.copyOf(dimensions))), years);
    }

    private Set<Period> stored() {
        if (periods.contains(Period.whole)) {
            throw UserError.usage(
                    "Cannot compute indicators: 'whole' is for questions only (day, weekday, month and year are stored, --periods)");
        }
        return EnumSet.copyOf(periods);
    }

    static Dataset<Row> rows(FleetHistory history, Thresholds thresholds, IndicatorRows rows) {
        return rows.of(history.trips(), Figures.ofTrips(thresholds))
                .unionByName(rows.of(history.sessions(), Figures.ofSessions()))
                .unionByName(rows.of(history.cycles(), Figures.ofCycles(thresholds)));
    }

    private static void write(Run run, Dataset<Row> rows, Optional<Years> years) {
        if (years.isPresent()) {
            Set<LocalDate> days = years.get().days().collect(Collectors.toSet());
            run.replaceDays(Indicator.TABLE, days, rows);
        } else {
            run.replace(Indicator.TABLE, rows);
        }
    }
}
