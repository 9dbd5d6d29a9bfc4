package io.chargelake.jobs.status.occupancy;

import java.lang.reflect.Field;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The batches of columns that a scan hands over before Spark turns them to rows, and the dictionaries in them. The one
 * place that knows how Spark plans and decodes: where it finds anything it does not know, it says so, and rows are read
 * instead.
 *
 * @param scan the step of the plan that makes the batches
 * @param ordinals place in a batch of each column of the Dataset
 */
record ColumnarScan(SparkPlan scan, int[] ordinals) {

    /**
     * The scan of a Dataset that is no more than columns of one; empty for any other.
     *
     * @param wanted lets the scan leave out parts that hold no such row; in others, all rows are there
     */
    static Optional<ColumnarScan> of(Dataset<Row> rows, Column wanted) {
        boolean choosesRows = rows.queryExecution().analyzed().exists(step -> step instanceof Filter);
        return choosesRows ? Optional.empty() : plain(rows.where(wanted));
    }

    /** The batches, planned for a run of their own. */
    JavaRDD<ColumnarBatch> batches() {
        return scan.executeColumnar().toJavaRDD();
    }

    private static Optional<ColumnarScan> plain(Dataset<Row> rows) {
        SparkPlan plan = rows.queryExecution().executedPlan();
        NamedExpression[] columns = CollectionConverters.asJava(plan.output()).toArray(NamedExpression[]::new);
        while (!plan.supportsColumnar()) {
            if (plan instanceof ProjectExec project) {
                columns = sources(columns, project);
            } else if (!passesOn(plan)) {
                return Optional.empty();
            }
            if (columns == null) {
                return Optional.empty();
            }
            plan = plan.children().apply(0);
        }
        int[] ordinals = ordinals(columns, plan);
        return IntStream.of(ordinals).allMatch(ordinal -> ordinal >= 0)
                ? Optional.of(new ColumnarScan(plan, ordinals))
                : Optional.empty();
    }

    /** What the dictionary of a column is, whatever object Spark wraps it in for a batch; null if that can't be seen. */
    static Object dictionary(WritableColumnVector column) {
        return Dictionaries.INSTANCE.of(column);
    }

    /** Whether a step takes no part in the columns; the one filter there is chooses among rows, of which all are taken. */
    private static boolean passesOn(SparkPlan plan) {
        return plan instanceof WholeStageCodegenExec
                || plan instanceof FilterExec
                || plan instanceof InputAdapter
                || plan instanceof ColumnarToRowExec;
    }

    /** The columns that a projection takes these from; null if it computes one. */
    private static NamedExpression[] sources(NamedExpression[] columns, ProjectExec project) {
        NamedExpression[] sources = new NamedExpression[columns.length];
        for (NamedExpression made : CollectionConverters.asJava(project.projectList())) {
            Expression source = made instanceof Alias alias ? alias.child() : (Expression) made;
            for (int i = 0; i < columns.length; i++) {
                if (columns[i].exprId().equals(made.exprId()) && source instanceof Attribute attribute) {
                    sources[i] = attribute;
                }
            }
        }
        for (NamedExpression source : sources) {
            if (source == null) {
                return null;
            }
        }
        return sources;
    }

    private static int[] ordinals(NamedExpression[] columns, SparkPlan scan) {
        var output = CollectionConverters.asJava(scan.output());
        int[] ordinals = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            ordinals[i] = -1;
            for (int k = 0; k < output.size(); k++) {
                if (output.get(k).exprId().equals(columns[i].exprId())) {
                    ordinals[i] = k;
                }
            }
        }
        return ordinals;
    }

    /** Spark keeps a batch's dictionary to itself, and wraps the one of the Parquet column chunk anew for each batch. */
    private enum Dictionaries {
        INSTANCE;

        private final Field wrapper = field(WritableColumnVector.class);
        private Field wrapped;

        private static Field field(Class<?> type) {
            try {
                Field field = type.getDeclaredField("dictionary");
                return field.trySetAccessible() ? field : null;
            } catch (NoSuchFieldException e) {
                return null;
            }
        }

        Object of(WritableColumnVector column) {
            try {
                Object dictionary = wrapper == null ? null : wrapper.get(column);
                if (dictionary == null) {
                    return null;
                }
                Field known = wrapped;
                if (known == null || known.getDeclaringClass() != dictionary.getClass()) {
                    known = field(dictionary.getClass());
                    wrapped = known;
                }
                return known == null ? dictionary : known.get(dictionary);
            } catch (IllegalAccessException e) {
                return null;
            }
        }
    }
}
