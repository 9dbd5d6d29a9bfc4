package io.chargelake.energy.solve;

import java.util.Arrays;
import java.util.List;

/**
 * A linear program of vehicles that share rows of load, solved from within (Mehrotra's predictor and corrector). Vehicles'
 * own equations are solved away, so that a step costs each vehicle the square of its slots at most, and the site one
 * factorisation of a matrix as large as its rows, however many vehicles there are. 10 to 20 steps for a few vehicles, some 40
 * for thousands.
 */
final class InteriorPoint {
    /** How much of the way to a bound a step may go. */
    private static final double SHORT_OF_BOUND = 0.99;

    private static final double STUCK = 1e-6;

    private final Variables all;
    private final List<Block> blocks;
    private final Rows rows;
    private final Cholesky matrix;
    private final double[] vehicles;
    private final double[] answered;
    private final int pressing;
    private double pressure;

    InteriorPoint(Variables all, List<Block> blocks, Rows rows) {
        this.all = all;
        this.blocks = blocks;
        this.rows = rows;
        this.matrix = new Cholesky(rows.count);
        this.vehicles = new double[rows.count];
        this.answered = new double[rows.count];
        this.pressing = 2 * all.count + rows.bounds();
        this.pressure = pressureAfter(0, 0);
        for (Block block : blocks) {
            block.load(vehicles);
        }
    }

    /** What could still be gained at most, once {@link #missing()} is nothing. */
    double pressure() {
        return pressure;
    }

    /** How far any equation is from being met, in kWh. */
    double missing() {
        double most = rows.missing(vehicles);
        for (Block block : blocks) {
            most = Math.max(most, block.missing());
        }
        return most;
    }

    /** Whether a step was to be had: rounding ends it all some time. */
    boolean step() {
        double each = pressure / pressing;
        factor();
        follow(0);
        double after = pressureAfter(share(), shareOfWorth()) / pressing;
        double ratio = Math.max(0, after / each);
        double aim = ratio * ratio * each;
        correct(aim);
        follow(aim);
        return move();
    }

    /** The matrix of rows at this point, and what vehicles would do if bounds were no matter. */
    private void factor() {
        matrix.clear();
        Arrays.fill(answered, 0);
        for (Block block : blocks) {
            block.pay(rows.price);
            all.curve(block.from(), block.to());
            block.bend(matrix);
            all.aim(0, block.from(), block.to());
            block.answer(answered);
        }
        rows.curve();
        rows.bend(matrix);
        matrix.factor();
    }

    /** What vehicles do by what the last step has taught, aiming at bounds that press so much. */
    private void correct(double aim) {
        Arrays.fill(answered, 0);
        for (Block block : blocks) {
            all.learn(block.from(), block.to());
            all.aim(aim, block.from(), block.to());
            block.answer(answered);
        }
        rows.learn();
    }

    private void follow(double aim) {
        rows.solve(matrix, answered, vehicles, aim);
        all.stride.clear();
        for (Block block : blocks) {
            block.follow(rows.priceStep);
            all.steps(aim, block.from(), block.to());
        }
    }

    private double share() {
        return Math.min(1, SHORT_OF_BOUND * Math.min(all.stride.most(), rows.stride.most()));
    }

    private double shareOfWorth() {
        return Math.min(1, SHORT_OF_BOUND * Math.min(all.stride.mostOfWorth(), rows.stride.mostOfWorth()));
    }

    private double pressureAfter(double share, double shareOfWorth) {
        return all.stride.pressureAfter(share, shareOfWorth) + rows.stride.pressureAfter(share, shareOfWorth);
    }

    private boolean move() {
        double share = share();
        double shareOfWorth = shareOfWorth();
        double after = pressureAfter(share, shareOfWorth);
        if (!(share > STUCK && shareOfWorth > STUCK && after > 0)) {
            return false;
        }
        pressure = after;
        rows.move(share, shareOfWorth);
        Arrays.fill(vehicles, 0);
        for (Block block : blocks) {
            all.move(share, shareOfWorth, block.from(), block.to());
            block.move(shareOfWorth);
            block.load(vehicles);
        }
        return true;
    }
}
