package io.chargelake.energy.solve;

/**
 * One vehicle's part in an interior point: amounts and equations of its own, of which the site's rows only see a load. Its own
 * equations are solved away at each step.
 */
interface Block {

    /** Its amounts among all. */
    int from();

    /** The first that is not its own. */
    int to();

    /** Writes what its rows pay for each of its amounts, into {@link Variables#paid}. */
    void pay(double[] price);

    /** Adds what it draws in each row. */
    void load(double[] load);

    /** How far its own equations are from being met. */
    double missing();

    /** Adds how its load gives way to prices of rows. */
    void bend(Cholesky rows);

    /** Adds what its load does as it follows its pull, its own equations met. */
    void answer(double[] right);

    /** Its own equations' step, and what all then pay more. */
    void follow(double[] morePrice);

    void move(double shareOfWorth);

    /** At the grid's side, by place of the site. */
    void write(double[] kwh);
}
