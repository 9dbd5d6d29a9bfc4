package io.chargelake.jobs.publish;

import io.chargelake.jobs.publish.postgres.PostgresOutput;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What is wrong with it is told before a run begins, whose record would keep the words. */
final class SchemasConverter implements ITypeConverter<PostgresOutput.Schemas> {
    @Override
    public PostgresOutput.Schemas convert(String text) {
        try {
            return new PostgresOutput.Schemas(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
