package io.chargelake.jobs.profile;

import io.chargelake.profile.ColumnPair;
import io.chargelake.profile.TableSketch;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Some rows of one of the tables that are profiled, and how they become a sketch. */
interface Part {

    /** Parts of the same table give the same name. */
    String table();

    /** Empty where they are not known before the rows are read. */
    List<String> columns();

    JavaRDD<Tuple2<String, TableSketch>> sketches(Blank blank);

    /** How an empty sketch of the table is made, alike in each task. */
    record Blank(List<String> zones, List<ColumnPair> pairs) implements Serializable {
        TableSketch sketch() {
            return new TableSketch(zones, pairs);
        }
    }
}
