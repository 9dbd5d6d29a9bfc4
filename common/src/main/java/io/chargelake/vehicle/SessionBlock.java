package io.chargelake.vehicle;

import io.chargelake.bytes.VarintReader;
import io.chargelake.bytes.VarintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What builders made, as bytes to travel between tasks: for one vehicle after the other its trips, sessions, cycles and refused
 * records, in the order in which they were made.
 *
 * @param sequence the place of this block among those of its writer
 * @param records how many were read to make it, and others of which nothing else tells
 */
public record SessionBlock(long sequence, long records, List<OfVehicle> vehicles) {
    private static final int TRIP = 0;
    private static final int SESSION = 1;
    private static final int CYCLE = 2;
    private static final int REFUSED_DRIVE = 3;
    private static final int REFUSED_CHARGE = 4;

    public SessionBlock {
        vehicles = List.copyOf(vehicles);
    }

    /** What was made of one vehicle. */
    public static final class OfVehicle {
        private final byte[] vehicle;
        private final byte[] made;
        private final long origin;

        private OfVehicle(byte[] vehicle, byte[] made, long origin) {
            this.vehicle = vehicle;
            this.made = made;
            this.origin = origin;
        }

        /** Its id, as UTF-8. */
        public byte[] vehicle() {
            return vehicle;
        }

        public void pass(SessionSink sink) {
            new Decoder(new VarintReader(made), origin).pass(sink);
        }
    }

    public static SessionBlock of(byte[] bytes) {
        VarintReader in = new VarintReader(bytes);
        long sequence = in.unsigned();
        long records = in.unsigned();
        long origin = in.signed();
        List<OfVehicle> vehicles = new ArrayList<>();
        while (in.hasMore()) {
            vehicles.add(new OfVehicle(in.block(), in.block(), origin));
        }
        return new SessionBlock(sequence, records, vehicles);
    }

    /** Takes what builders make: first whose it is, then the things. */
    public static final class Writer implements SessionSink {
        private final long origin;
        private final VarintWriter out = new VarintWriter(1024);
        private final VarintWriter made = new VarintWriter(256);
        private byte[] vehicle;

        /** @param origin a time near to those that come, in microseconds: the nearer, the fewer bytes */
        public Writer(long origin) {
            this.origin = origin;
        }

        /** All that follows is of this vehicle; it is known again by being the same array. */
        public Writer of(byte[] id) {
            if (vehicle != id) {
                endVehicle();
                vehicle = id;
            }
            return this;
        }

        /** The block; nothing can be written after it. */
        public byte[] bytes(long sequence, long records) {
            endVehicle();
            VarintWriter block = new VarintWriter(out.size() + 32);
            block.unsigned(sequence);
            block.unsigned(records);
            block.signed(origin);
            block.append(out);
            return block.bytes();
        }

        private void endVehicle() {
            if (made.size() > 0) {
                out.block(vehicle);
                out.unsigned(made.size());
                out.append(made);
                made.clear();
            }
        }

        @Override
        public void trip(Trip trip) {
            thing(TRIP, trip.id(), trip.span());
            soc(trip.soc());
            amount(trip.distance());
            amount(trip.energy());
            made.unsigned(trip.drives());
            made.unsigned(trip.flags());
        }

        @Override
        public void session(ChargeSession session) {
            thing(SESSION, session.id(), session.span());
            soc(session.soc());
            ChargeSession.Charged charged = session.charged();
            amount(charged.energy());
            amount(charged.powerMax());
            made.unsigned(charged.time());
            site(charged.site());
            made.unsigned(session.charges());
            made.unsigned(session.flags());
        }

        @Override
        public void cycle(Cycle cycle) {
            thing(CYCLE, cycle.id(), cycle.span());
            amount(cycle.energyIn());
            amount(cycle.driven().energy());
            amount(cycle.driven().distance());
            made.unsigned(cycle.driven().trips());
            amount(cycle.parked().socLost());
            made.signed(cycle.parked().time());
            bool(cycle.closed());
        }

        @Override
        public void refused(Event event, Refusal why) {
            thing(event instanceof Drive ? REFUSED_DRIVE : REFUSED_CHARGE, event.id(), event.span());
            made.unsigned(why.ordinal());
            soc(event.soc());
            if (event instanceof Charge charge) {
                amount(charge.energy());
                amount(charge.powerMax());
                bool(charge.derivedEnd());
                site(charge.site());
            } else {
                Drive drive = (Drive) event;
                amount(drive.distance());
                amount(drive.energy());
            }
        }

        private void thing(int kind, String id, Span span) {
            made.unsigned(kind);
            made.block(id.getBytes(StandardCharsets.UTF_8));
            made.signed(span.start() - origin);
            made.signed(span.length());
        }

        private void soc(Soc soc) {
            amount(soc.start());
            amount(soc.end());
        }

        private void site(Charge.Site site) {
            optional(site.powerType());
            optional(site.zone());
        }

        private void optional(String text) {
            bool(text != null);
            if (text != null) {
                made.block(text.getBytes(StandardCharsets.UTF_8));
            }
        }

        private void bool(boolean value) {
            made.unsigned(value ? 1 : 0);
        }

        private void amount(long amount) {
            bool(Micro.isKnown(amount));
            if (Micro.isKnown(amount)) {
                made.signed(amount);
            }
        }
    }

    private record Decoder(VarintReader in, long origin) {
        void pass(SessionSink sink) {
            while (in.hasMore()) {
                int kind = (int) in.upTo(REFUSED_CHARGE);
                String id = new String(in.block(), StandardCharsets.UTF_8);
                long start = origin + in.signed();
                Span span = new Span(start, start + in.signed());
                switch (kind) {
                    case TRIP -> sink.trip(new Trip(id, span, soc(), amount(), amount(), count(), count()));
                    case SESSION -> sink.session(new ChargeSession(id, span, soc(), charged(), count(), count()));
                    case CYCLE -> sink.cycle(new Cycle(id, span, amount(), driven(), parked(), bool()));
                    default -> {
                        Refusal why = Refusal.values()[(int) in.upTo(Refusal.values().length - 1)];
                        sink.refused(kind == REFUSED_DRIVE ? drive(id, span) : charge(id, span), why);
                    }
                }
            }
        }

        private Drive drive(String id, Span span) {
            return new Drive(id, span, soc(), amount(), amount());
        }

        private Charge charge(String id, Span span) {
            return new Charge(id, span, soc(), amount(), amount(), bool(), site());
        }

        private ChargeSession.Charged charged() {
            return new ChargeSession.Charged(amount(), amount(), in.unsigned(), site());
        }

        private Cycle.Driven driven() {
            return new Cycle.Driven(amount(), amount(), count());
        }

        private Cycle.Parked parked() {
            return new Cycle.Parked(amount(), in.signed());
        }

        private Soc soc() {
            return new Soc(amount(), amount());
        }

        private Charge.Site site() {
            return new Charge.Site(optional(), optional());
        }

        private String optional() {
            return bool() ? new String(in.block(), StandardCharsets.UTF_8) : null;
        }

        private long amount() {
            return bool() ? in.signed() : Micro.UNKNOWN;
        }

        private int count() {
            return (int) in.upTo(Integer.MAX_VALUE);
        }

        private boolean bool() {
            return in.upTo(1) == 1;
        }
    }
}
