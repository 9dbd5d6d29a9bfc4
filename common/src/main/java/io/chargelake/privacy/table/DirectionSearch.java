package io.chargelake.privacy.table;

import java.util.Optional;

/** Looks for a direction that moves a node; to find none proves nothing. */
interface DirectionSearch {
    Optional<Direction> find(Demand demand, Ground ground);
}
