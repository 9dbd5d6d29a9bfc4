package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.TableFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of formats as the contract writes them: delta, iceberg. */
final class TableFormatConverter implements ITypeConverter<TableFormat> {
    @Override
    public TableFormat convert(String value) {
        return TableFormat.parse(value)
                .orElseThrow(
                        () -> new TypeConversionException("'" + value + "' is no table format (delta or iceberg)"));
    }
}
