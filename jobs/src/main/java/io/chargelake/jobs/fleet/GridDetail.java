package io.chargelake.jobs.fleet;

/** How much is told of power quality. */
enum GridDetail {
    /** Every slot. */
    slots,
    /** Of each figure, the slot in which it is worst. */
    worst,
    none
}
