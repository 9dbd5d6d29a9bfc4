package io.chargelake.jobs.generate.status;

import java.io.IOException;
import java.io.Serializable;

/** One piece of a world: writes its files alone and says what is in them. */
interface WorldTask extends Serializable {

    Tally write(StatusWorld world, Output output) throws IOException;
}
