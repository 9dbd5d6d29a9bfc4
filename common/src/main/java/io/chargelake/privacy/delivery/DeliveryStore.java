package io.chargelake.privacy.delivery;

import java.io.IOException;

/** Where deliveries go. */
public interface DeliveryStore {

    /** Whoever looks sees the whole file, or what was there before. */
    void put(String name, byte[] bytes) throws IOException;
}
