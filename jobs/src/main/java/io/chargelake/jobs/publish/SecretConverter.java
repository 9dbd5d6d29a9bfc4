package io.chargelake.jobs.publish;

import io.chargelake.jobs.lake.SecretRef;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What is wrong with it is told before a run begins, whose record would keep the words. */
final class SecretConverter implements ITypeConverter<SecretRef> {
    @Override
    public SecretRef convert(String text) {
        try {
            return SecretRef.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
