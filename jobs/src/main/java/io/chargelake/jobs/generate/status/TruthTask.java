package io.chargelake.jobs.generate.status;

import io.chargelake.jobs.generate.output.SteadyFooterStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;

/** What is really in the polls of a slice of the points: sessions and outages of the whole period, cut at its ends. */
record TruthTask(int slice, int fromPoint, int toPoint) implements WorldTask {

    private static final double MOST_DEVICE_DAYS_PER_FILE = 300_000;

    static List<WorldTask> of(StatusWorld world) {
        double daysPerPoint = (double) world.devices() / world.points() * world.days();
        int pointsPerFile = Math.max(1, (int) (MOST_DEVICE_DAYS_PER_FILE / daysPerPoint));
        List<WorldTask> tasks = new ArrayList<>();
        for (int from = 0, slice = 0; from < world.points(); from += pointsPerFile, slice++) {
            tasks.add(new TruthTask(slice, from, Math.min(world.points(), from + pointsPerFile)));
        }
        return tasks;
    }

    @Override
    public Tally write(StatusWorld world, Output output) throws IOException {
        Network network = new Network(world);
        PointTruth truth = new PointTruth(world, network);
        Tally tally = new Tally();
        tally.add(Count.TRUTH_FILES, 2);
        tally.add(Count.TRUTH_BYTES, output.write(name("sessions"), (files, path) -> {
            SpellWriteSupport support = new SpellWriteSupport(SpellWriteSupport.SESSION);
            try (ParquetWriter<Spells> writer = ParquetFile.open(SteadyFooterStream.newFile(files, path), support)) {
                for (int point = fromPoint; point < toPoint; point++) {
                    tally.add(Count.SESSIONS, writeSessions(network, truth, point, writer, support));
                }
            }
        }));
        tally.add(Count.TRUTH_BYTES, output.write(name("outages"), (files, path) -> {
            SpellWriteSupport support = new SpellWriteSupport(SpellWriteSupport.OUTAGE);
            try (ParquetWriter<Spells> writer = ParquetFile.open(SteadyFooterStream.newFile(files, path), support)) {
                for (int point = fromPoint; point < toPoint; point++) {
                    writeOutages(network, truth, point, writer, support, tally);
                }
            }
        }));
        return tally;
    }

    private static long writeSessions(
            Network network, PointTruth truth, int point, ParquetWriter<Spells> writer, SpellWriteSupport support)
            throws IOException {
        String id = network.pointId(point);
        List<Spells> ofConnectors = truth.sessionsOfConnectors(point);
        Spells ofPoint = PointTruth.sessionsOfPoint(ofConnectors);
        writeAll(ofPoint, SpellWriteSupport.POINT, id, writer, support);
        long sessions = ofPoint.size();
        for (int n = 0; n < ofConnectors.size(); n++) {
            String connector = Network.connectorId(id, n);
            writeAll(ofConnectors.get(n), SpellWriteSupport.CONNECTOR, connector, writer, support);
            sessions += ofConnectors.get(n).size();
        }
        return sessions;
    }

    private static void writeOutages(
            Network network,
            PointTruth truth,
            int point,
            ParquetWriter<Spells> writer,
            SpellWriteSupport support,
            Tally tally)
            throws IOException {
        String id = network.pointId(point);
        int connectors = network.connectorsOf(point);
        for (int n = -1; n < connectors; n++) {
            Spells outages = n < 0 ? truth.outagesOfPoint(point) : truth.outagesOfConnector(point, n);
            String type = n < 0 ? SpellWriteSupport.POINT : SpellWriteSupport.CONNECTOR;
            writeAll(outages, type, n < 0 ? id : Network.connectorId(id, n), writer, support);
            long unreachable = outages.count(DeviceStatus.UNKNOWN);
            tally.add(Count.UNREACHABLE_SPELLS, unreachable);
            tally.add(Count.OUTAGES, outages.size() - unreachable);
        }
    }

    private static void writeAll(
            Spells spells, String type, String id, ParquetWriter<Spells> writer, SpellWriteSupport support)
            throws IOException {
        support.rewind(type, id);
        for (int i = 0; i < spells.size(); i++) {
            writer.write(spells);
        }
    }

    private String name(String kind) {
        return "%s/%s/%s/%s-%05d.parquet".formatted(OldWorld.TRUTH, OldWorld.STATUS, kind, kind, slice);
    }
}
