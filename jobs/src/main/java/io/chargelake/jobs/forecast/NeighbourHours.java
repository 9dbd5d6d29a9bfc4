package io.chargelake.jobs.forecast;

import io.chargelake.jobs.tables.OccupancyFeature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Puts the mean share of its neighbours beside each hour of a station. Rows come hour by hour, so that the stations of one hour are all
 * that is held at a time.
 *
 * @param near the neighbours of each station
 */
record NeighbourHours(Map<String, List<String>> near) implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Iterator<>() {
            private Iterator<Row> told = Collections.emptyIterator();
            private Row next = rows.hasNext() ? rows.next() : null;

            @Override
            public boolean hasNext() {
                return told.hasNext() || next != null;
            }

            @Override
            public Row next() {
                if (!told.hasNext()) {
                    told = beside(hour()).iterator();
                }
                return told.next();
            }

            private List<Row> hour() {
                List<Row> together = new ArrayList<>();
                long hour = number(next);
                while (next != null && number(next) == hour) {
                    together.add(next);
                    next = rows.hasNext() ? rows.next() : null;
                }
                return together;
            }
        };
    }

    private static long number(Row row) {
        return row.<Long>getAs(FeatureTable.HOUR_NUMBER);
    }

    private List<Row> beside(List<Row> hour) {
        Map<String, Double> shares = new HashMap<>();
        for (Row row : hour) {
            Double share = row.getAs(OccupancyFeature.SHARE.name());
            if (share != null) {
                shares.put(row.getAs(OccupancyFeature.KEY.name()), share);
            }
        }
        return hour.stream()
                .map(row -> with(row, mean(row.getAs(OccupancyFeature.KEY.name()), shares)))
                .toList();
    }

    /** Neighbours are added up in the order of their list, so that it is the same number however rows came. */
    private Double mean(String key, Map<String, Double> shares) {
        double sum = 0;
        int count = 0;
        for (String neighbour : near.getOrDefault(key, List.of())) {
            Double share = shares.get(neighbour);
            if (share != null) {
                sum += share;
                count++;
            }
        }
        return count == 0 ? null : sum / count;
    }

    private static Row with(Row row, Double mean) {
        Object[] cells = new Object[row.size() + 1];
        for (int i = 0; i < row.size(); i++) {
            cells[i] = row.get(i);
        }
        cells[row.size()] = mean;
        return RowFactory.create(cells);
    }
}
