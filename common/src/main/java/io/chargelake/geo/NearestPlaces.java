package io.chargelake.geo;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Finds the places nearest to another: a tree over points of the unit sphere, where straight lines are ordered as distances are, so that
 * poles and the date line are no exceptions. Building costs n log n, a question about log n.
 */
public final class NearestPlaces {
    private static final int AXES = 3;
    private static final double EARTH_KM = new Place(0, 0).distance_km(new Place(0, 180)) / Math.PI;

    private final double[][] axis;
    private final int[] tree;

    public NearestPlaces(List<Place> places) {
        axis = new double[AXES][places.size()];
        for (int i = 0; i < places.size(); i++) {
            double[] point = point(places.get(i));
            for (int a = 0; a < AXES; a++) {
                axis[a][i] = point[a];
            }
        }
        tree = IntStream.range(0, places.size()).toArray();
        build(0, tree.length, 0);
    }

    private static double[] point(Place place) {
        double latitude = Math.toRadians(place.latitude());
        double longitude = Math.toRadians(place.longitude());
        return new double[] {
            Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)
        };
    }

    /** Puts the middle by the depth's axis in the middle, what is less before it. */
    private void build(int from, int to, int depth) {
        if (to - from > 1) {
            int middle = (from + to) >>> 1;
            select(from, to - 1, middle, axis[depth % AXES]);
            build(from, middle, depth + 1);
            build(middle + 1, to, depth + 1);
        }
    }

    private void select(int first, int last, int wanted, double[] by) {
        int low = first;
        int high = last;
        while (low < high) {
            double pivot = by[tree[(low + high) >>> 1]];
            int i = low;
            int j = high;
            while (i <= j) {
                while (by[tree[i]] < pivot) {
                    i++;
                }
                while (by[tree[j]] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = tree[i];
                    tree[i++] = tree[j];
                    tree[j--] = swapped;
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    /** The number of the nearest place, in the order given; of equally near ones any. Empty where there are none. */
    public OptionalInt nearest(Place to) {
        Nearest nearest = new Nearest(point(to));
        nearest.search(0, tree.length, 0);
        return nearest.found < 0 ? OptionalInt.empty() : OptionalInt.of(nearest.found);
    }

    private final class Nearest {
        private final double[] to;
        private double best = Double.POSITIVE_INFINITY;
        private int found = -1;

        Nearest(double[] to) {
            this.to = to;
        }

        void search(int from, int until, int depth) {
            if (from >= until) {
                return;
            }
            int middle = (from + until) >>> 1;
            double squared = squared(tree[middle], to);
            if (squared < best) {
                best = squared;
                found = tree[middle];
            }
            double off = to[depth % AXES] - axis[depth % AXES][tree[middle]];
            boolean before = off < 0;
            search(before ? from : middle + 1, before ? middle : until, depth + 1);
            if (off * off < best) {
                search(before ? middle + 1 : from, before ? until : middle, depth + 1);
            }
        }
    }

    /** The numbers of all places within so many kilometres. */
    public int[] within(Place of, double km) {
        double half = Math.sin(Math.min(Math.PI, km / EARTH_KM) / 2);
        IntStream.Builder found = IntStream.builder();
        collect(0, tree.length, 0, point(of), 4 * half * half, found::add);
        return found.build().sorted().toArray();
    }

    private void collect(int from, int until, int depth, double[] of, double most, IntConsumer found) {
        if (from >= until) {
            return;
        }
        int middle = (from + until) >>> 1;
        if (squared(tree[middle], of) <= most) {
            found.accept(tree[middle]);
        }
        double off = of[depth % AXES] - axis[depth % AXES][tree[middle]];
        boolean isFar = off * off > most;
        if (off < 0 || !isFar) {
            collect(from, middle, depth + 1, of, most, found);
        }
        if (off >= 0 || !isFar) {
            collect(middle + 1, until, depth + 1, of, most, found);
        }
    }

    private double squared(int place, double[] other) {
        double sum = 0;
        for (int a = 0; a < AXES; a++) {
            double off = axis[a][place] - other[a];
            sum += off * off;
        }
        return sum;
    }
}
