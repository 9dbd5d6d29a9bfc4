package io.chargelake.energy.grid;

/** The 33-bus feeder of Baran and Wu (IEEE Transactions on Power Delivery 4(2), 1989), as published: 12.66 kV. */
public final class BaranWu {
    /** From, ohm, ohm of reactance, kW, kvar of the bus. */
    private static final double[][] LINES = {
        {1, 0.0922, 0.0470, 100, 60},
        {2, 0.4930, 0.2511, 90, 40},
        {3, 0.3660, 0.1864, 120, 80},
        {4, 0.3811, 0.1941, 60, 30},
        {5, 0.8190, 0.7070, 60, 20},
        {6, 0.1872, 0.6188, 200, 100},
        {7, 0.7114, 0.2351, 200, 100},
        {8, 1.0300, 0.7400, 60, 20},
        {9, 1.0440, 0.7400, 60, 20},
        {10, 0.1966, 0.0650, 45, 30},
        {11, 0.3744, 0.1238, 60, 35},
        {12, 1.4680, 1.1550, 60, 35},
        {13, 0.5416, 0.7129, 120, 80},
        {14, 0.5910, 0.5260, 60, 10},
        {15, 0.7463, 0.5450, 60, 20},
        {16, 1.2890, 1.7210, 60, 20},
        {17, 0.7320, 0.5740, 90, 40},
        {2, 0.1640, 0.1565, 90, 40},
        {19, 1.5042, 1.3554, 90, 40},
        {20, 0.4095, 0.4784, 90, 40},
        {21, 0.7089, 0.9373, 90, 40},
        {3, 0.4512, 0.3083, 90, 50},
        {23, 0.8980, 0.7091, 420, 200},
        {24, 0.8960, 0.7011, 420, 200},
        {6, 0.2030, 0.1034, 60, 25},
        {26, 0.2842, 0.1447, 60, 25},
        {27, 1.0590, 0.9337, 60, 20},
        {28, 0.8042, 0.7006, 120, 70},
        {29, 0.5075, 0.2585, 200, 600},
        {30, 0.9744, 0.9630, 150, 70},
        {31, 0.3105, 0.3619, 210, 100},
        {32, 0.3410, 0.5302, 60, 40}
    };

    public static Feeder feeder() {
        int[] parent = new int[LINES.length + 1];
        for (int bus = 1; bus < parent.length; bus++) {
            parent[bus] = (int) LINES[bus - 1][0] - 1;
        }
        return new Feeder(12.66, parent, column(1), column(2));
    }

    public static double[] kw() {
        return column(3);
    }

    public static double[] kvar() {
        return column(4);
    }

    private static double[] column(int which) {
        double[] column = new double[LINES.length + 1];
        for (int bus = 1; bus < column.length; bus++) {
            column[bus] = LINES[bus - 1][which];
        }
        return column;
    }

    private BaranWu() {}
}
