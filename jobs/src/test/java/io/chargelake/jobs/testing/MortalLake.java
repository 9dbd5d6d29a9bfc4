package io.chargelake.jobs.testing;

import io.chargelake.jobs.lake.Lake;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A lake whose user ends behind one of its writes. Between two writes no state changes. */
public final class MortalLake {
    public static final int NEVER = Integer.MAX_VALUE;
    private static final Set<String> WRITES = Set.of("replaceDays", "replace", "merge", "append");

    private final int endAfter;
    private int writes;

    /** What a kill looks like from inside: nothing after it happens. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param endAfter the write behind which it ends, 0 for before the first */
    public MortalLake(int endAfter) {
        this.endAfter = endAfter;
    }

    public Lake over(Lake lake) {
        return (Lake) Proxy.newProxyInstance(
                Lake.class.getClassLoader(), new Class<?>[] {Lake.class}, (proxy, method, args) -> {
                    boolean isWrite = WRITES.contains(method.getName());
                    if (isWrite) {
                        dieIfEnded();
                    }
                    try {
                        Object answer = method.invoke(lake, args);
                        writes += isWrite ? 1 : 0;
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    public void dieIfEnded() {
        if (writes == endAfter) {
            throw new Killed();
        }
    }

    public int writes() {
        return writes;
    }
}
