package io.chargelake.energy.solve;

/**
 * A stay that charges and gives back: what is stored after each slot follows from what was before. The equations of
 * neighbouring slots touch, so a chain of them is solved in one pass there and one back.
 */
final class BatteryBlock implements Block {
    private final Variables all;
    private final int place;
    private final int count;
    private final double efficiency;
    private final double arrival;
    private final int charge;
    private final double[] into;
    private final double[] draws;
    private final double[] offset;
    private final int[] back;
    private final int stored;
    private final double[] floor;
    private final int[] row;
    private final double[] level;
    private final double[] levelStep;
    private final double[] right;
    /** How an equation gives way to a pull of its own by what flows in its slot, and by what is stored before and after it. */
    private final double[] own;

    private final double[] neighbours;
    /** One over the chain's pivots, and what of each goes on to its neighbour. */
    private final double[] pivot;

    private final double[] pass;
    /** How a pull of its own moves an equation. */
    private final double[] reached;

    private final double[] touch;

    /**
     * Where its amounts are among all: charging and stored follow each other, giving back has -1 where there is none.
     *
     * @param into the battery, of each kWh charged
     * @param draws from the grid, of each kWh charged
     * @param offset given back to the grid where nothing is charged: there charging is the way from full return to full charge
     * @param floor what the stored amount is above
     */
    record Amounts(
            int charge, double[] into, double[] draws, double[] offset, int[] back, int stored, double[] floor) {}

    BatteryBlock(Variables all, int place, double efficiency, double arrival, Amounts amounts, int[] row) {
        this.all = all;
        this.place = place;
        this.count = row.length;
        this.efficiency = efficiency;
        this.arrival = arrival;
        this.charge = amounts.charge;
        this.into = amounts.into;
        this.draws = amounts.draws;
        this.offset = amounts.offset;
        this.back = amounts.back;
        this.stored = amounts.stored;
        this.floor = amounts.floor;
        this.row = row;
        this.level = new double[count];
        this.levelStep = new double[count];
        this.right = new double[count];
        this.own = new double[count];
        this.neighbours = new double[count];
        this.pivot = new double[count];
        this.pass = new double[count];
        this.touch = new double[count];
        this.reached = new double[count];
    }

    @Override
    public int from() {
        return charge;
    }

    @Override
    public int to() {
        return stored + count;
    }

    @Override
    public void pay(double[] price) {
        spread(level, price, all.paid);
    }

    private void spread(double[] own, double[] price, double[] target) {
        for (int i = 0; i < count; i++) {
            double paid = row[i] < 0 ? 0 : price[row[i]];
            target[charge + i] = draws[i] * paid - into[i] * own[i];
            if (back[i] >= 0) {
                target[back[i]] = own[i] / efficiency - paid;
            }
            target[stored + i] = own[i] - (i + 1 < count ? own[i + 1] : 0);
        }
    }

    @Override
    public void load(double[] load) {
        for (int i = 0; i < count; i++) {
            if (row[i] >= 0) {
                load[row[i]] += load(i);
            }
        }
    }

    private double load(int i) {
        return draws[i] * all.above[charge + i] - offset[i] - given(i, all.above);
    }

    private double given(int i, double[] of) {
        return back[i] < 0 ? 0 : of[back[i]];
    }

    @Override
    public double missing() {
        double most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, Math.abs(missing(i)));
        }
        return most;
    }

    private double missing(int i) {
        double before = i == 0 ? arrival : floor[i - 1] + all.above[stored + i - 1];
        return before
                + into[i] * all.above[charge + i]
                - (offset[i] + given(i, all.above)) / efficiency
                - floor[i]
                - all.above[stored + i];
    }

    @Override
    public void bend(Cholesky rows) {
        factor();
        for (int i = 0; i < count; i++) {
            if (row[i] >= 0) {
                bend(i, rows);
            }
        }
    }

    /**
     * A battery with much room passes on almost all: what it keeps is summed up from both ends, since the difference of what comes
     * and what goes would be rounding only.
     */
    private void factor() {
        double before = 0;
        for (int i = 0; i < count; i++) {
            double in = all.give[charge + i];
            double out = given(i, all.give);
            touch[i] = -into[i] * draws[i] * in - out / efficiency;
            own[i] = into[i] * into[i] * in + out / (efficiency * efficiency);
            neighbours[i] = before;
            pivot[i] = 1 / (all.give[stored + i] + own[i] + before);
            pass[i] = all.give[stored + i] * pivot[i];
            before = pass[i] * (own[i] + before);
        }
        double after = all.give[stored + count - 1];
        for (int i = count - 1; i >= 0; i--) {
            neighbours[i] += after;
            reached[i] = 1 / (own[i] + neighbours[i]);
            double room = i == 0 ? 0 : all.give[stored + i - 1];
            after = room * (own[i] + after) / (room + own[i] + after);
        }
    }

    /** How a price in one slot bends loads there and later. */
    private void bend(int early, Cholesky rows) {
        double[] target = rows.rows[row[early]];
        target[row[early]] += bend(early);
        double far = touch[early] * pass[early];
        for (int i = early + 1; i < count; i++) {
            if (row[i] >= 0) {
                target[row[i]] -= far * reached[i] * touch[i];
            }
            far *= pass[i];
        }
    }

    /** How a price in a slot bends its own load: what charging and giving back do there, less what the battery does not let them. */
    private double bend(int i) {
        double in = all.give[charge + i];
        double out = given(i, all.give);
        double both = draws[i] / efficiency - into[i];
        return (in * out * both * both + (draws[i] * draws[i] * in + out) * neighbours[i]) * reached[i];
    }

    @Override
    public void answer(double[] answered) {
        for (int i = 0; i < count; i++) {
            double out = given(i, all.pull);
            double before = i == 0 ? 0 : all.pull[stored + i - 1];
            right[i] = missing(i) + all.pull[stored + i] - before - into[i] * all.pull[charge + i] + out / efficiency;
            levelStep[i] = right[i];
        }
        solve(levelStep);
        for (int i = 0; i < count; i++) {
            if (row[i] >= 0) {
                answered[row[i]] += draws[i] * all.pull[charge + i] - given(i, all.pull) - touch[i] * levelStep[i];
            }
        }
    }

    private void solve(double[] chain) {
        for (int i = 1; i < count; i++) {
            chain[i] += pass[i - 1] * chain[i - 1];
        }
        for (int i = count - 1; i >= 0; i--) {
            chain[i] = chain[i] * pivot[i] + (i + 1 < count ? pass[i] * chain[i + 1] : 0);
        }
    }

    @Override
    public void follow(double[] morePrice) {
        for (int i = 0; i < count; i++) {
            levelStep[i] = right[i] - (row[i] < 0 ? 0 : touch[i] * morePrice[row[i]]);
        }
        solve(levelStep);
        spread(levelStep, morePrice, all.paidMore);
    }

    @Override
    public void move(double shareOfWorth) {
        for (int i = 0; i < count; i++) {
            level[i] += shareOfWorth * levelStep[i];
        }
    }

    @Override
    public void write(double[] kwh) {
        for (int i = 0; i < count; i++) {
            kwh[place + i] = load(i);
        }
    }
}
