package io.chargelake.energy.solve;

import io.chargelake.energy.Proof;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.SlotPrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vehicles that charge and give back behind one limit. Each round puts a price on the load of every slot, each vehicle answers
 * it exactly, and a small program mixes all answers so far so that no limit is broken: the mix is the plan, its prices are
 * the next to try. What vehicles pay at any prices, less what the limit is worth, is a bound that no plan falls below.
 *
 * <p>A mix of paths of one battery is a path of it, and costs and loads the grid no more. Vehicles are mixed in groups, so
 * that the program stays small on a large site. Prices are drawn halfway to the best so far while that helps: they calm down sooner.
 */
public final class DualPrices {
    private static final double GOAL = 5e-4;
    private static final int MOST_ROUNDS = 120;
    private static final int FEW_ROUNDS = 8;
    private static final int MOST_GROUPS = 24;
    private static final double ROUNDING = 1e-8;
    private static final int OFF = -1;

    private final SiteCase site;
    private final double[] wanted;
    private final Exchange exchange;
    private final boolean leastPeak;
    private final int[] upperRow;
    private final int[] lowerRow;
    private final int groups;
    private final List<double[]> answers = new ArrayList<>();
    private final List<double[]> costs = new ArrayList<>();
    private final List<double[][]> loads = new ArrayList<>();
    private final List<Integer> columnOfAnswer = new ArrayList<>();
    private ColumnMaster master;
    private int rows;
    private int peakColumn = -1;
    private final Modes modes;
    private final List<Proof.Round> rounds = new ArrayList<>();
    private double bound = Double.NEGATIVE_INFINITY;

    private DualPrices(SiteCase site, double[] wanted, Exchange exchange, boolean leastPeak, double[] start) {
        this.site = site;
        this.wanted = wanted;
        this.exchange = exchange;
        this.leastPeak = leastPeak;
        this.groups = Math.max(1, Math.min(MOST_GROUPS, site.count()));
        this.modes = new Modes(site.slots());
        this.upperRow = new int[site.slots()];
        this.lowerRow = new int[site.slots()];
        Arrays.fill(upperRow, OFF);
        Arrays.fill(lowerRow, OFF);
        remember(start);
        if (leastPeak) {
            upperRow[highest()] = 0;
        }
        build();
    }

    private enum Mixing {
        IN_BATTERY,
        AT_GRID
    }

    /** A plan and how good it is. */
    public record Mixed(double[] kwh, Proof proof) {}

    /**
     * The cheapest, wear included.
     *
     * @param wanted in the battery at departure, by stay
     * @param start a plan within all limits that meets them
     */
    public static Mixed cheapest(SiteCase site, double[] wanted, Exchange exchange, double[] start) {
        return new DualPrices(site, wanted, exchange, false, start).solve(MOST_ROUNDS);
    }

    /** As cheap as a few rounds make it. */
    public static Mixed cheaper(SiteCase site, double[] wanted, Exchange exchange, double[] start) {
        return new DualPrices(site, wanted, exchange, false, start).solve(FEW_ROUNDS);
    }

    /** The lowest highest load, in kW; 0 is as good as less. */
    public static Mixed lowestPeak(SiteCase site, double[] wanted, double[] start) {
        return new DualPrices(site.withWear(0), wanted, Exchange.free(site.slots()), true, start).solve(MOST_ROUNDS);
    }

    private double netKwh(int slot) {
        return site.site().netKw(slot) * site.horizon().slotHours();
    }

    /** The program with a row for each group, and one for each limit that a mix has broken so far: few ever are. */
    private void build() {
        rows = groups;
        double[] right = new double[groups + 2 * site.slots()];
        Arrays.fill(right, 0, groups, 1);
        for (int slot = 0; slot < site.slots(); slot++) {
            if (upperRow[slot] != OFF) {
                right[rows] = leastPeak ? -netKwh(slot) : site.upperKwh(slot);
                upperRow[slot] = rows++;
            }
            if (lowerRow[slot] != OFF) {
                right[rows] = -site.lowerKwh(slot);
                lowerRow[slot] = rows++;
            }
        }
        master = new ColumnMaster(Arrays.copyOf(right, rows));
        int[] basis = new int[rows];
        for (int row = groups; row < rows; row++) {
            double[] slack = new double[rows];
            slack[row] = 1;
            basis[row] = master.add(0, slack);
        }
        columnOfAnswer.clear();
        for (int answer = 0; answer < answers.size(); answer++) {
            addColumns(answer);
        }
        for (int group = 0; group < groups; group++) {
            basis[group] = columnOfAnswer.get(0) + group;
        }
        if (leastPeak) {
            addPeak(basis);
        }
        master.start(basis);
    }

    /** The highest load is a column of its own, and begins where the plan to start from has its peak. */
    private void addPeak(int[] basis) {
        double[] column = new double[rows];
        for (int row : upperRow) {
            if (row != OFF) {
                column[row] = -site.horizon().slotHours();
            }
        }
        peakColumn = master.add(1, column);
        int highest = highest();
        if (netKwh(highest) + load(answers.get(0))[highest] > 0) {
            basis[upperRow[highest]] = peakColumn;
        }
    }

    private int highest() {
        double[] load = load(answers.get(0));
        int highest = 0;
        for (int slot = 1; slot < load.length; slot++) {
            highest = netKwh(slot) + load[slot] > netKwh(highest) + load[highest] ? slot : highest;
        }
        return highest;
    }

    private void addColumns(int answer) {
        for (int group = 0; group < groups; group++) {
            double[] column = new double[rows];
            column[group] = 1;
            for (int slot = 0; slot < site.slots(); slot++) {
                double load = loads.get(answer)[group][slot];
                if (upperRow[slot] != OFF) {
                    column[upperRow[slot]] = load;
                }
                if (lowerRow[slot] != OFF) {
                    column[lowerRow[slot]] = -load;
                }
            }
            int added = master.add(costs.get(answer)[group], column);
            if (group == 0) {
                columnOfAnswer.add(added);
            }
        }
    }

    /** Mixes anew until no limit is broken. */
    private void settle() {
        master.solve();
        while (turnOnBroken()) {
            build();
            master.solve();
        }
    }

    private boolean turnOnBroken() {
        double[] mix = master.mix();
        double[] load = new double[site.slots()];
        for (int answer = 0; answer < answers.size(); answer++) {
            for (int group = 0; group < groups; group++) {
                double share = mix[columnOfAnswer.get(answer) + group];
                for (int slot = 0; slot < load.length && share > 0; slot++) {
                    load[slot] += share * loads.get(answer)[group][slot];
                }
            }
        }
        double peak = leastPeak ? mix[peakColumn] * site.horizon().slotHours() : 0;
        boolean isBroken = false;
        for (int slot = 0; slot < load.length; slot++) {
            double upper = leastPeak ? peak - netKwh(slot) : site.upperKwh(slot);
            if (upperRow[slot] == OFF && load[slot] > upper + ROUNDING / 10) {
                upperRow[slot] = 0;
                isBroken = true;
            }
            if (lowerRow[slot] == OFF && load[slot] < site.lowerKwh(slot) - ROUNDING / 10) {
                lowerRow[slot] = 0;
                isBroken = true;
            }
        }
        return isBroken;
    }

    private Mixed solve(int mostRounds) {
        double[] best = new double[site.slots()];
        double[] prices = best;
        double[] answer = new double[site.places()];
        boolean isCalmed = false;
        for (int round = 0; round < mostRounds; round++) {
            double[] tried = isCalmed ? halfway(best, prices) : prices;
            double known = answer(tried, answer);
            boolean isBetter = known > bound;
            if (isBetter) {
                bound = known;
                best = tried;
            }
            remember(answer.clone());
            addColumns(answers.size() - 1);
            settle();
            rounds.add(new Proof.Round(master.objective(), bound));
            if (Proof.gap(master.objective(), bound) <= GOAL) {
                break;
            }
            boolean isStuck = !isBetter && !isCalmed && round > 0 && isSame(prices, priceOfLoad());
            if (isStuck) {
                break;
            }
            prices = priceOfLoad();
            isCalmed = isBetter || !isCalmed && round > 0;
        }
        return mixed();
    }

    private static boolean isSame(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > 1e-12 * (1 + Math.abs(a[i]))) {
                return false;
            }
        }
        return true;
    }

    private static double[] halfway(double[] a, double[] b) {
        double[] middle = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            middle[i] = (a[i] + b[i]) / 2;
        }
        return middle;
    }

    /** Above 0 where the load is too high, below where too much is given back. */
    private double[] priceOfLoad() {
        double[] dual = master.prices();
        double[] price = new double[site.slots()];
        for (int slot = 0; slot < price.length; slot++) {
            double upper = upperRow[slot] == OFF ? 0 : Math.max(0, -dual[upperRow[slot]]);
            double lower = lowerRow[slot] == OFF ? 0 : Math.max(0, -dual[lowerRow[slot]]);
            price[slot] = upper - lower;
        }
        return price;
    }

    /** All vehicles' answers to prices on load, and the bound these prove. */
    private double answer(double[] price, double[] kwh) {
        Exchange asked = exchange.plus(price);
        int[] order = SlotPrices.order(asked.buy());
        double sum = 0;
        for (int stay = 0; stay < site.count(); stay++) {
            if (site.gives(stay)) {
                modes.answer(site, stay, wanted[stay], asked, kwh);
                sum += modes.bound();
                keepOutside(stay, asked, order, kwh);
            } else {
                sum += onlyCharge(stay, asked, order, kwh);
            }
        }
        return sum + worthOfLimits(price);
    }

    private double onlyCharge(int stay, Exchange asked, int[] order, double[] kwh) {
        double need = Math.max(0, wanted[stay] - site.arrivalKwh(stay)) / site.efficiency(stay);
        double room = Math.max(need, site.roomKwh(stay));
        return CheapestSlots.fill(site, stay, need, room, asked.buy(), order, kwh);
    }

    /** Of who arrives outside the band paths can't be mixed: below it, it only charges, above it nothing flows. The bound stays. */
    private void keepOutside(int stay, Exchange asked, int[] order, double[] kwh) {
        boolean isBelow = site.arrivalKwh(stay) < site.lowKwh(stay);
        if (isBelow) {
            onlyCharge(stay, asked, order, kwh);
        } else if (site.arrivalKwh(stay) > site.highKwh(stay)) {
            Arrays.fill(kwh, site.begin(stay), site.begin(stay + 1), 0);
        }
    }

    private double worthOfLimits(double[] price) {
        double sum = 0;
        double weight = 0;
        for (int slot = 0; slot < price.length; slot++) {
            double upper = leastPeak ? -netKwh(slot) : site.upperKwh(slot);
            double above = Math.max(0, price[slot]);
            double below = Math.max(0, -price[slot]);
            sum -= above == 0 ? 0 : above * upper;
            sum += below == 0 ? 0 : below * site.lowerKwh(slot);
            weight += above * site.horizon().slotHours();
        }
        boolean isNoPeakPrice = leastPeak && weight > 1 + 1e-9;
        return isNoPeakPrice ? Double.NEGATIVE_INFINITY : sum;
    }

    private double[] load(double[] kwh) {
        double[] load = new double[site.slots()];
        for (int stay = 0; stay < site.count(); stay++) {
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                load[site.slot(stay, place)] += kwh[place];
            }
        }
        return load;
    }

    private void remember(double[] kwh) {
        double[] cost = new double[groups];
        double[][] load = new double[groups][site.slots()];
        for (int stay = 0; stay < site.count(); stay++) {
            int group = stay % groups;
            cost[group] += leastPeak ? 0 : cost(stay, kwh);
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                load[group][site.slot(stay, place)] += kwh[place];
            }
        }
        answers.add(kwh);
        costs.add(cost);
        loads.add(load);
    }

    private double cost(int stay, double[] kwh) {
        return exchange.money(site, stay, kwh) + Wear.of(site, stay, kwh);
    }

    /**
     * In the battery a mix of paths is a path; at the grid it loads just what the mix does, and leaves more in the battery. They
     * differ where some answers charge and others give back in the same slot.
     */
    private Mixed mixed() {
        double[] mix = master.mix();
        double[] best = answers.get(0);
        for (double[] kwh : List.of(mix(mix, Mixing.IN_BATTERY), mix(mix, Mixing.AT_GRID))) {
            best = keepsLimits(kwh) && objective(kwh) < objective(best) ? kwh : best;
        }
        double objective = objective(best);
        return new Mixed(best, new Proof(objective, Math.min(bound, objective), rounds));
    }

    private double objective(double[] kwh) {
        if (leastPeak) {
            return peakKw(kwh);
        }
        double objective = 0;
        for (int stay = 0; stay < site.count(); stay++) {
            objective += cost(stay, kwh);
        }
        return objective;
    }

    private double[] mix(double[] mix, Mixing where) {
        double[] kwh = new double[site.places()];
        for (int stay = 0; stay < site.count(); stay++) {
            double efficiency = where == Mixing.IN_BATTERY ? site.efficiency(stay) : 1;
            for (int answer = 0; answer < answers.size(); answer++) {
                double share = mix[columnOfAnswer.get(answer) + stay % groups];
                if (share > 0) {
                    mixIn(stay, answers.get(answer), share, efficiency, kwh);
                }
            }
            backToGrid(stay, efficiency, kwh);
        }
        repair(kwh);
        return kwh;
    }

    private void mixIn(int stay, double[] answer, double share, double efficiency, double[] kwh) {
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            kwh[place] += share * (answer[place] > 0 ? answer[place] * efficiency : answer[place] / efficiency);
        }
    }

    private void backToGrid(int stay, double efficiency, double[] kwh) {
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            double grid = kwh[place] > 0 ? kwh[place] / efficiency : kwh[place] * efficiency;
            kwh[place] = Math.max(-site.mostBackKwh(stay, place), Math.min(site.mostKwh(place), grid));
        }
    }

    /**
     * Slot by slot: more in a battery than its path foresaw need not be charged, and where more would be given back than may be,
     * each gives back a little less. Neither lifts a load, and no battery ends lower.
     */
    private void repair(double[] kwh) {
        double[] stored = new double[site.count()];
        for (int stay = 0; stay < stored.length; stay++) {
            stored[stay] = site.arrivalKwh(stay);
        }
        for (int slot = 0; slot < site.slots(); slot++) {
            double load = 0;
            double given = 0;
            for (int stay = 0; stay < stored.length; stay++) {
                int place = place(stay, slot);
                if (place != OFF && kwh[place] > 0) {
                    double room = Math.max(0, site.highKwh(stay) - stored[stay]) / site.efficiency(stay);
                    kwh[place] = Math.min(kwh[place], room);
                }
                load += place == OFF ? 0 : kwh[place];
                given += place == OFF ? 0 : Math.max(0, -kwh[place]);
            }
            double excess = Math.max(0, site.lowerKwh(slot) - load);
            double kept = excess == 0 ? 1 : Math.max(0, 1 - excess / given);
            for (int stay = 0; stay < stored.length; stay++) {
                int place = place(stay, slot);
                if (place != OFF) {
                    double efficiency = site.efficiency(stay);
                    kwh[place] *= kwh[place] < 0 ? kept : 1;
                    stored[stay] += kwh[place] > 0 ? kwh[place] * efficiency : kwh[place] / efficiency;
                }
            }
        }
    }

    private int place(int stay, int slot) {
        int place = site.begin(stay) + slot - site.firstSlot(stay);
        return slot >= site.firstSlot(stay) && place < site.begin(stay + 1) ? place : OFF;
    }

    private boolean keepsLimits(double[] kwh) {
        double[] load = load(kwh);
        for (int slot = 0; slot < load.length; slot++) {
            if (load[slot] > site.upperKwh(slot) + ROUNDING || load[slot] < site.lowerKwh(slot) - ROUNDING) {
                return false;
            }
        }
        return true;
    }

    private double peakKw(double[] kwh) {
        double[] load = load(kwh);
        double peak = 0;
        for (int slot = 0; slot < load.length; slot++) {
            peak = Math.max(peak, (netKwh(slot) + load[slot]) / site.horizon().slotHours());
        }
        return peak;
    }
}
