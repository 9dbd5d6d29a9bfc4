package io.chargelake.jobs.publish;

import io.chargelake.jobs.publish.postgres.DatabaseAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What is wrong with it is told before a run begins, whose record would keep the words. */
final class AddressConverter implements ITypeConverter<DatabaseAddress> {
    @Override
    public DatabaseAddress convert(String text) {
        try {
            return DatabaseAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
