package io.chargelake.status;

/** A poll as a test writes it. */
record Poll(int device, long second, Status status) {}
