package io.chargelake.privacy.delivery;

import io.chargelake.privacy.request.Request;
import java.io.IOException;
import java.util.List;

/** The three files of a delivery. The same figures give the same bytes, whenever and wherever they are written. */
public final class Delivery {
    private final List<DeliveryFile> files;

    public Delivery(Request request, Sheet sheet, Origin origin) {
        if (sheet.product() != request.product()) {
            throw new IllegalArgumentException("Cannot deliver " + request.id() + ": it asks for "
                    + request.product().code() + ", but the sheet is "
                    + sheet.product().code());
        }
        String name = request.fileName();
        DeliveryFile figures = DeliveryFile.of(name + ".csv", CsvText.of(sheet));
        DeliveryFile schema = DeliveryFile.of(name + ".schema.json", TableSchema.of(request.title(), sheet));
        DeliveryFile manifest =
                DeliveryFile.of(name + ".manifest.json", Manifest.of(request, sheet, origin, List.of(figures, schema)));
        files = List.of(figures, schema, manifest);
    }

    /** The manifest comes last: where it is, the others are too. */
    public void write(DeliveryStore store) throws IOException {
        for (DeliveryFile file : files) {
            store.put(file.name(), file.bytes());
        }
    }

    public List<String> fileNames() {
        return files.stream().map(DeliveryFile::name).toList();
    }
}
