package io.chargelake.energy;

/**
 * Where vehicles stay.
 *
 * @param limitKw what may flow between the site and the grid in either direction; infinite where nobody limits it
 * @param transformerKva 0 where there is none of its own
 * @param baseKw what the site draws apart from vehicles, by slot
 * @param solarKw what its own panels give, by slot
 */
public record Site(
        String id, double limitKw, double transformerKva, VoltageLevel level, double[] baseKw, double[] solarKw) {

    public Site {
        Checks.named(id, "the site's id");
        if (!(limitKw >= 0)) {
            throw new IllegalArgumentException(
                    "the limit of site " + id + " is " + limitKw + " kW, allowed is 0 or more");
        }
        Checks.notNegative(transformerKva, "the transformer of site " + id + " in kVA");
        Checks.finite(baseKw, "the load of site " + id);
        Checks.finite(solarKw, "the solar power of site " + id);
        if (baseKw.length != solarKw.length) {
            throw new IllegalArgumentException("site " + id + " has " + baseKw.length + " slots of load and "
                    + solarKw.length + " of solar power, allowed is as many of both");
        }
        baseKw = baseKw.clone();
        solarKw = solarKw.clone();
    }

    public int slots() {
        return baseKw.length;
    }

    /** What the grid sees of the site without vehicles. */
    public double netKw(int slot) {
        return baseKw[slot] - solarKw[slot];
    }

    /** What the limit and the transformer, at a power factor of one, both allow. */
    public double capacityKw() {
        return transformerKva > 0 ? Math.min(limitKw, transformerKva) : limitKw;
    }
}
