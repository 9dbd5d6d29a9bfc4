package io.chargelake.vehicle;

/**
 * A charge session and everything until the next.
 *
 * @param span until the next session begins; while there is none, until the end of what was seen last
 * @param closed whether the next session is known
 */
public record Cycle(String id, Span span, long energyIn, Driven driven, Parked parked, boolean closed) {

    /** The trips of a cycle. */
    public record Driven(long energy, long distance, int trips) {
        static final Driven NOTHING = new Driven(0, 0, 0);

        Driven plus(Trip trip) {
            return new Driven(Micro.plus(energy, trip.energy()), Micro.plus(distance, trip.distance()), trips + 1);
        }

        /** NaN where it is not known, or nothing was driven. */
        public double kwhPer100Km() {
            return Micro.isKnown(energy) && Micro.isKnown(distance) && distance > 0
                    ? energy * 100.0 / distance
                    : Double.NaN;
        }
    }

    /** Standing between trips and sessions. {@code socLost}: what the state of charge fell meanwhile. */
    public record Parked(long socLost, long time) {
        static final Parked NEVER = new Parked(0, 0);

        Parked plus(Event from, Event to) {
            long lost = Micro.minus(from.soc().end(), to.soc().start());
            return new Parked(
                    Micro.plus(socLost, lost),
                    time + to.span().start() - from.span().end());
        }
    }
}
