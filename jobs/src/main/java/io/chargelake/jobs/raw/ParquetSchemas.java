package io.chargelake.jobs.raw;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.Footer;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat$;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFooterReader;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.types.StructType;

/** The columns of Parquet files, read from their footers here: Spark would start a job for each file. */
record ParquetSchemas(Configuration hadoop, ParquetToSparkSchemaConverter converter) {

    static ParquetSchemas of(SparkSession spark) {
        return new ParquetSchemas(
                spark.sessionState().newHadoopConf(),
                new ParquetToSparkSchemaConverter(spark.sessionState().conf()));
    }

    /** As Spark's reader of Parquet would tell it: any column may be empty. */
    StructType read(RawFile file) throws IOException {
        FileStatus status = new FileStatus(file.size(), false, 1, 0, file.modifiedMillis(), new Path(file.path()));
        var footer = ParquetFooterReader.readFooter(hadoop, status, ParquetMetadataConverter.SKIP_ROW_GROUPS);
        return ParquetFileFormat$.MODULE$
                .readSchemaFromFooter(new Footer(status.getPath(), footer), converter)
                .asNullable();
    }
}
