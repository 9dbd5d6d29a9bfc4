package io.chargelake.jobs.stations.register;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a register of nested objects is written down. */
interface ElementReader {

    /** The name of the list of stations, where the document is an object. */
    String list();

    void read(ObjectNode station, RegisterRows into);
}
