package io.chargelake.privacy.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Held against BigInteger; jqwik tries the ends of the range often. */
class Mersenne61Test {
    private static final long LAST = Mersenne61.P - 1;
    private static final BigInteger P = BigInteger.valueOf(Mersenne61.P);

    @Property
    void arithmeticIsThatOfTheField(
            @ForAll @LongRange(min = 0, max = LAST) long a, @ForAll @LongRange(min = 0, max = LAST) long b) {
        BigInteger bigA = BigInteger.valueOf(a);
        BigInteger bigB = BigInteger.valueOf(b);
        assertThat(Mersenne61.times(a, b)).isEqualTo(bigA.multiply(bigB).mod(P).longValueExact());
        assertThat(Mersenne61.plus(a, b)).isEqualTo(bigA.add(bigB).mod(P).longValueExact());
        assertThat(Mersenne61.minus(a, b)).isEqualTo(bigA.subtract(bigB).mod(P).longValueExact());
    }

    @Property
    void anyNumberBecomesItsRemainder(@ForAll long value) {
        assertThat(Mersenne61.of(value))
                .isEqualTo(BigInteger.valueOf(value).mod(P).longValueExact());
    }
}
