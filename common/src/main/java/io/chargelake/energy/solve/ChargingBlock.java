package io.chargelake.energy.solve;

import java.util.stream.IntStream;

/** A stay that only charges: amounts by place that add up to a need, and what it may take beyond it where that is paid. */
final class ChargingBlock implements Block {
    private final Variables all;
    private final int place;
    private final int count;
    private final int first;
    private final int beyond;
    private final double need;
    private final int firstRow;
    private final int[] rowed;
    private final double[] bent;
    private double level;
    private double levelStep;
    private double stiff;
    private double right;

    /**
     * @param place of the first amount, at the site
     * @param first of the amounts, which follow each other
     * @param beyond the amount beyond the need, or -1
     * @param row of each place, rows of neighbours being neighbours; -1 where none is
     */
    ChargingBlock(Variables all, int place, int count, int first, int beyond, double need, int[] row) {
        this.all = all;
        this.place = place;
        this.count = count;
        this.first = first;
        this.beyond = beyond;
        this.need = need;
        this.rowed = filled(row);
        this.firstRow = rowed.length == 0 ? 0 : row[rowed[0]];
        this.bent = new double[rowed.length];
    }

    /** Places that have a row. */
    private static int[] filled(int[] row) {
        return IntStream.range(0, row.length).filter(i -> row[i] >= 0).toArray();
    }

    @Override
    public int from() {
        return first;
    }

    @Override
    public int to() {
        return beyond >= 0 ? beyond + 1 : first + count;
    }

    @Override
    public void pay(double[] price) {
        for (int i = 0; i < count; i++) {
            all.paid[first + i] = level;
        }
        for (int k = 0; k < rowed.length; k++) {
            all.paid[first + rowed[k]] += price[firstRow + k];
        }
        if (beyond >= 0) {
            all.paid[beyond] = -level;
        }
    }

    @Override
    public void load(double[] load) {
        for (int k = 0; k < rowed.length; k++) {
            load[firstRow + k] += all.above[first + rowed[k]];
        }
    }

    @Override
    public double missing() {
        return Math.abs(open());
    }

    private double open() {
        double missing = need + (beyond >= 0 ? all.above[beyond] : 0);
        for (int i = 0; i < count; i++) {
            missing -= all.above[first + i];
        }
        return missing;
    }

    @Override
    public void bend(Cholesky rows) {
        stiff = beyond >= 0 ? all.give[beyond] : 0;
        for (int i = 0; i < count; i++) {
            stiff += all.give[first + i];
        }
        for (int k = 0; k < rowed.length; k++) {
            bent[k] = all.give[first + rowed[k]];
        }
        for (int k = 0; k < rowed.length; k++) {
            double[] row = rows.rows[firstRow + k];
            double factor = bent[k] / stiff;
            for (int later = k; later < rowed.length; later++) {
                row[firstRow + later] -= factor * bent[later];
            }
            row[firstRow + k] += bent[k];
        }
    }

    @Override
    public void answer(double[] answered) {
        right = open() - (beyond >= 0 ? all.pull[beyond] : 0);
        for (int i = 0; i < count; i++) {
            right += all.pull[first + i];
        }
        for (int k = 0; k < rowed.length; k++) {
            answered[firstRow + k] += all.pull[first + rowed[k]] - bent[k] * right / stiff;
        }
    }

    @Override
    public void follow(double[] morePrice) {
        levelStep = right;
        for (int k = 0; k < rowed.length; k++) {
            levelStep -= bent[k] * morePrice[firstRow + k];
        }
        levelStep /= stiff;
        for (int i = 0; i < count; i++) {
            all.paidMore[first + i] = levelStep;
        }
        for (int k = 0; k < rowed.length; k++) {
            all.paidMore[first + rowed[k]] += morePrice[firstRow + k];
        }
        if (beyond >= 0) {
            all.paidMore[beyond] = -levelStep;
        }
    }

    @Override
    public void move(double shareOfWorth) {
        level += shareOfWorth * levelStep;
    }

    @Override
    public void write(double[] kwh) {
        System.arraycopy(all.above, first, kwh, place, count);
    }
}
