package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.vehicle.ChargeSession;
import io.chargelake.vehicle.Cycle;
import io.chargelake.vehicle.Event;
import io.chargelake.vehicle.Refusal;
import io.chargelake.vehicle.SessionBlock;
import io.chargelake.vehicle.SessionSink;
import io.chargelake.vehicle.Trip;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import scala.Tuple2;

/** Writes the things of one day after the other, by vehicle and time, straight to a data file of each table. */
final class SessionFiles {

    /** Where the files of each table go. */
    record Targets(FileTarget trips, FileTarget sessions, FileTarget cycles) implements Serializable {

        /** Empty where a table takes rows only. */
        static Optional<Targets> of(Lake lake) {
            Optional<FileTarget> trips = lake.fileTarget(io.chargelake.jobs.tables.Trip.TABLE);
            Optional<FileTarget> sessions = lake.fileTarget(io.chargelake.jobs.tables.ChargeSession.TABLE);
            Optional<FileTarget> cycles = lake.fileTarget(io.chargelake.jobs.tables.Cycle.TABLE);
            return trips.isPresent() && sessions.isPresent() && cycles.isPresent()
                    ? Optional.of(new Targets(trips.get(), sessions.get(), cycles.get()))
                    : Optional.empty();
        }
    }

    /** The files of some days, and where the records went of which they are made. */
    record Written(List<NewFile> trips, List<NewFile> sessions, List<NewFile> cycles, Tally tally)
            implements Serializable {
        static Written nothing() {
            return new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new Tally());
        }

        Written plus(Written other) {
            trips.addAll(other.trips);
            sessions.addAll(other.sessions);
            cycles.addAll(other.cycles);
            tally.plus(other.tally);
            return this;
        }
    }

    /** What one block says of a vehicle. */
    private record Part(SessionBlock.OfVehicle of, long sequence) {
        static int order(Part a, Part b) {
            int byVehicle = Arrays.compareUnsigned(a.of.vehicle(), b.of.vehicle());
            return byVehicle == 0 ? Long.compare(a.sequence, b.sequence) : byVehicle;
        }
    }

    private final TripFile trips;
    private final ChargeSessionFile sessions;
    private final CycleFile cycles;
    private final Written written = Written.nothing();

    private SessionFiles(Targets targets) {
        trips = new TripFile(targets.trips());
        sessions = new ChargeSessionFile(targets.sessions());
        cycles = new CycleFile(targets.cycles());
    }

    /** @param blocks as {@link DayBlocks} names them, with all of a day */
    static Written write(Iterator<Tuple2<Integer, byte[]>> blocks, Targets targets) throws IOException {
        SessionFiles files = new SessionFiles(targets);
        Map<Integer, List<byte[]>> days = new TreeMap<>();
        while (blocks.hasNext()) {
            Tuple2<Integer, byte[]> block = blocks.next();
            if (DayBlocks.isRefused(block._1())) {
                files.written.tally().plus(Tally.of(block._2()));
            } else {
                days.computeIfAbsent(block._1(), day -> new ArrayList<>()).add(block._2());
            }
        }
        for (Map.Entry<Integer, List<byte[]>> day : days.entrySet()) {
            files.write(LocalDate.ofEpochDay(day.getKey()), day.getValue());
        }
        return files.written;
    }

    private void write(LocalDate day, List<byte[]> blocks) throws IOException {
        trips.begin(day);
        sessions.begin(day);
        cycles.begin(day);
        List<Part> parts = new ArrayList<>();
        for (byte[] bytes : blocks) {
            SessionBlock block = SessionBlock.of(bytes);
            written.tally().read(block.records());
            block.vehicles().forEach(of -> parts.add(new Part(of, block.sequence())));
        }
        parts.sort(Part::order);
        try {
            for (Part part : parts) {
                part.of.pass(new Rows(part.of.vehicle()));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        written.trips().addAll(trips.finish());
        written.sessions().addAll(sessions.finish());
        written.cycles().addAll(cycles.finish());
    }

    /** Puts what is made of one vehicle to its table. */
    private final class Rows implements SessionSink {
        private final byte[] vehicle;

        Rows(byte[] vehicle) {
            this.vehicle = vehicle;
        }

        @Override
        public void trip(Trip trip) {
            written.tally().trip(trip);
            add(() -> trips.add(vehicle, trip));
        }

        @Override
        public void session(ChargeSession session) {
            written.tally().session(session);
            add(() -> sessions.add(vehicle, session));
        }

        @Override
        public void cycle(Cycle cycle) {
            add(() -> cycles.add(vehicle, cycle));
        }

        @Override
        public void refused(Event event, Refusal why) {
            throw new IllegalStateException("Refused records have blocks of their own");
        }

        private void add(Row row) {
            try {
                row.add();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A row on its way to a file. */
    private interface Row {
        void add() throws IOException;
    }
}
