package io.chargelake.privacy.table;

import java.util.Map;
import java.util.Optional;

/** What a plan shows for the cells it protects, so that its audit need not search again. Not to be trusted: checked. */
public final class Proofs {
    public static final Proofs NONE = new Proofs(Map.of());

    private final Map<Integer, Proof> ofNode;

    Proofs(Map<Integer, Proof> ofNode) {
        this.ofNode = Map.copyOf(ofNode);
    }

    Optional<Proof> of(int node) {
        return Optional.ofNullable(ofNode.get(node));
    }
}
