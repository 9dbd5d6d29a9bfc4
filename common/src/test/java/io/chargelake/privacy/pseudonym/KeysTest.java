package io.chargelake.privacy.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chargelake.privacy.request.Authorisation;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {
    private static final Keys KEYS = TestKeys.keys();
    private static final Authorisation ALLOWED = new Authorisation("Data protection officer", "Recall of a battery");

    /** RFC 5869 and RFC 2104 by the JDK alone: the next release must give the same names, whatever library makes them. */
    @Test
    void aPseudonymIsWhatTheStandardsSay() throws GeneralSecurityException {
        byte[] extracted = hmac(new byte[32], TestKeys.MASTER);
        byte[] info = Tuple.of("chargelake extract 1", "pseudonym", "them", "one");
        byte[] key = hmac(extracted, joined(info, new byte[] {1}));
        byte[] name = hmac(key, Tuple.of("them", "one", "vehicle", "V-1"));
        assertThat(KEYS.pseudonyms("them", "one").of("vehicle", "V-1"))
                .isEqualTo("p" + HexFormat.of().formatHex(name, 0, 16));
    }

    @Test
    void aPseudonymIsTheSameTomorrow() {
        assertThat(TestKeys.keys().pseudonyms("them", "one").of("vehicle", "V-1"))
                .isEqualTo(KEYS.pseudonyms("them", "one").of("vehicle", "V-1"))
                .matches("p[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    them,   one, vehicle, V-2
                    them,   one, client,  V-1
                    them,   two, vehicle, V-1
                    others, one, vehicle, V-1
                    themo,  ne,  vehicle, V-1
                    them,   one, vehicleV, -1
                    """)
    void anotherIdTypeDeliveryOrRecipientHasAnotherPseudonym(
            String recipient, String delivery, String type, String id) {
        assertThat(KEYS.pseudonyms(recipient, delivery).of(type, id))
                .isNotEqualTo(KEYS.pseudonyms("them", "one").of("vehicle", "V-1"));
    }

    @Test
    void anotherMasterGivesOtherKeys() {
        Keys others = TestKeys.of(TestKeys.bytes(2));
        assertThat(others.id()).isNotEqualTo(KEYS.id()).matches("[0-9a-f]{16}");
        assertThat(others.rounding().bytes()).isNotEqualTo(KEYS.rounding().bytes());
        assertThat(others.sketch().of("V-1")).isNotEqualTo(KEYS.sketch().of("V-1"));
        assertThat(others.pseudonyms("them", "one").of("vehicle", "V-1"))
                .isNotEqualTo(KEYS.pseudonyms("them", "one").of("vehicle", "V-1"));
    }

    @Test
    void keysForOnePurposeTellNothingOfThoseForAnother() {
        List<byte[]> keys = List.of(TestKeys.MASTER, KEYS.rounding().bytes());
        assertThat(keys.get(0)).isNotEqualTo(keys.get(1)).hasSize(32);
        assertThat(KEYS.id())
                .isNotEqualTo(HexFormat.of().formatHex(KEYS.rounding().bytes(), 0, 8));
    }

    @Test
    void aMillionVehiclesHaveAMillionPseudonyms() {
        Pseudonyms pseudonyms = KEYS.pseudonyms("them", "one");
        long[] names = IntStream.range(0, 1_000_000)
                .mapToLong(i -> Long.parseUnsignedLong(
                        pseudonyms.of("vehicle", "V-" + i).substring(1, 17), 16))
                .toArray();
        assertThat(Arrays.stream(names).distinct().count()).isEqualTo(names.length);
        assertUniform(Arrays.stream(names).mapToInt(name -> (int) (name >>> 56)).toArray(), 256);
    }

    @Test
    void aMillionVehiclesHaveAMillionNumbersInSketches() {
        ContributorHash sketch = KEYS.sketch();
        long[] numbers = IntStream.range(0, 1_000_000)
                .mapToLong(i -> sketch.of("V-" + i))
                .toArray();
        assertThat(Arrays.stream(numbers).distinct().count()).isEqualTo(numbers.length);
        assertThat(Arrays.stream(numbers).allMatch(number -> number >= 1 && number <= ContributorHash.LAST))
                .isTrue();
        assertUniform(
                Arrays.stream(numbers).mapToInt(number -> (int) (number >>> 53)).toArray(), 256);
        assertUniform(
                Arrays.stream(numbers).mapToInt(number -> (int) (number & 0xFF)).toArray(), 256);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,  1
                    1,  2
                    -1, 16
                    2305843009213693949, 2305843009213693950
                    2305843009213693950, 1
                    2305843009213693951, 2
                    """)
    void numbersOfSketchesAreNeitherZeroNorTheLastOfTheField(long hash, long number) {
        assertThat(ContributorHash.toField(hash)).isEqualTo(number);
    }

    @Test
    void encryptedIdsFindTheirWayBackWithTheSameAuthorisationOnly() {
        ReversiblePseudonyms names = KEYS.reversible("them", "one", ALLOWED);
        String name = names.of("vehicle", "WVWZZZ1KZAW000001");
        assertThat(name).matches("r[A-Za-z0-9_-]+").doesNotContain("WVW");
        assertThat(names.of("vehicle", "WVWZZZ1KZAW000001")).isEqualTo(name);
        assertThat(TestKeys.keys().reversible("them", "one", ALLOWED).back("vehicle", name))
                .isEqualTo("WVWZZZ1KZAW000001");
        Stream.of(
                        KEYS.reversible("others", "one", ALLOWED),
                        KEYS.reversible("them", "two", ALLOWED),
                        KEYS.reversible("them", "one", new Authorisation("Somebody", "Recall of a battery")),
                        KEYS.reversible("them", "one", new Authorisation("Data protection officer", "Curiosity")))
                .forEach(other -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> other.back("vehicle", name))
                        .withMessageStartingWith("Cannot turn a pseudonym back"));
        assertThatIllegalArgumentException().isThrownBy(() -> names.back("client", name));
        assertThatIllegalArgumentException().isThrownBy(() -> names.back("vehicle", name.substring(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> names.back("vehicle", "r!"));
    }

    @Property(tries = 300)
    void anyIdFindsItsWayBack(@ForAll String text) {
        String id = text.replaceAll("\\p{Cs}", "");
        ReversiblePseudonyms names = KEYS.reversible("them", "one", ALLOWED);
        assertThat(names.back("vehicle", names.of("vehicle", id))).isEqualTo(id);
    }

    @Property(tries = 2000)
    void differentListsOfTextsHaveDifferentBytes(
            @ForAll("lists") List<String> one, @ForAll("lists") List<String> other) {
        assertThat(Arrays.equals(bytes(one), bytes(other))).isEqualTo(one.equals(other));
    }

    @Test
    void theSameLettersSplitElsewhereHaveDifferentBytes() {
        assertThat(Stream.of(
                                Tuple.of("ab", "c"),
                                Tuple.of("a", "bc"),
                                Tuple.of("abc"),
                                Tuple.of("abc", ""),
                                Tuple.of("", "abc"),
                                Tuple.of("a|b", "c"),
                                Tuple.of("a", "b|c"))
                        .map(HexFormat.of()::formatHex)
                        .distinct())
                .hasSize(7);
    }

    @Test
    void eachTextStandsBehindItsLength() {
        assertThat(HexFormat.of().formatHex(Tuple.of("ab", "", "é")))
                .isEqualTo("000000026162" + "00000000" + "00000002c3a9");
    }

    @Test
    void anIdThatIsNoTextIsRefusedAndNotShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KEYS.sketch().of("canary\ud800"))
                .withMessage("Cannot hide an id: it is no Unicode text (value not shown)");
    }

    /** Lists of texts of few signs, among them those that lengths are made of, so that they are often near each other. */
    @Provide
    Arbitrary<List<String>> lists() {
        return Arbitraries.strings().withChars("a\0\1").ofMaxLength(10).list().ofMaxSize(3);
    }

    private static byte[] bytes(List<String> texts) {
        return Tuple.of(texts.toArray(String[]::new));
    }

    /** Chi-squared below its 99.99 % quantile for 255 degrees of freedom. */
    private static void assertUniform(int[] drawn, int buckets) {
        long[] counts = new long[buckets];
        for (int bucket : drawn) {
            counts[bucket]++;
        }
        double expected = (double) drawn.length / buckets;
        double chiSquared = Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(chiSquared)
                .as(String.format(Locale.ROOT, "of %d buckets", buckets))
                .isLessThan(347);
    }

    private static byte[] hmac(byte[] key, byte[] input) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(input);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
