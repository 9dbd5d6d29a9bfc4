package io.chargelake.jobs.status.document;

/** The APIs whose answers can be read. */
public enum SourceFormat {
    CHARGECLOUD {
        @Override
        DocumentFormat reader() {
            return new ChargecloudFormat();
        }
    },
    OCPI {
        @Override
        DocumentFormat reader() {
            return new OcpiFormat();
        }
    };

    abstract DocumentFormat reader();
}
