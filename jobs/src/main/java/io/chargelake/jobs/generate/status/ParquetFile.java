package io.chargelake.jobs.generate.status;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Parquet's own writer with the settings that make files of a generator small, quick and the same each time: Spark's
 * would put random names and a commit protocol around the same bytes.
 */
final class ParquetFile {

    private static final int PAGE_BYTES = 1 << 20;
    private static final int DICTIONARY_BYTES = 8 << 20;

    /** Ids repeat from poll to poll: long pages let the compressor see it (the default cuts after 20,000 rows). */
    private static final int PAGE_ROWS = 4 << 20;

    private static final int ROWS_BEFORE_SIZE_CHECK = 10_000;
    private static final String ZSTD_LEVEL = "1";

    private ParquetFile() {}

    static <T> ParquetWriter<T> open(OutputFile file, WriteSupport<T> support) throws IOException {
        return new Builder<>(file, support)
                .withConf(new Configuration(false))
                .config("parquet.compression.codec.zstd.level", ZSTD_LEVEL)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withDictionaryEncoding(true)
                .withDictionaryPageSize(DICTIONARY_BYTES)
                .withPageSize(PAGE_BYTES)
                .withPageRowCountLimit(PAGE_ROWS)
                .withMinRowCountForPageSizeCheck(ROWS_BEFORE_SIZE_CHECK)
                .build();
    }

    private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
        private final WriteSupport<T> support;

        Builder(OutputFile file, WriteSupport<T> support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder<T> self() {
            return this;
        }

        @Override
        protected WriteSupport<T> getWriteSupport(Configuration conf) {
            return support;
        }
    }
}
