package io.chargelake.jobs.extract;

import io.chargelake.privacy.cell.CellMakeup;
import io.chargelake.privacy.sketch.DifferenceSketch;
import java.util.List;
import java.util.Map;

/**
 * A cell of the table or of one of its margins, with all that is needed to judge it and nothing of whom it is made of.
 *
 * @param at value by dimension; a dimension that is summed over is not there
 * @param parts in the order of the quantities
 * @param percentiles by the name of the figure, in millionths
 */
record GatheredCell(Map<String, String> at, List<Part> parts, Map<String, Long> percentiles) {

    /** A quantity of the cell: who gave how much, and the sketch by which that can be held against other cells. */
    record Part(CellMakeup makeup, DifferenceSketch sketch, long total) {}
}
