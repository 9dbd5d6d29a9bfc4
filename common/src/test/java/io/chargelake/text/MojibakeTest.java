package io.chargelake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

    @ParameterizedTest
    @CsvSource({"KÃ¶ln, Köln", "StraÃŸe, Straße", "â‚¬ 5, € 5", "SÃ£o Paulo, São Paulo", "GroÃ\u0178e, Große"})
    void textDecodedWronglyIsPutRight(String broken, String meant) {
        assertThat(Mojibake.repair(broken)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bonn", "Köln", "Straße 5", "Ã", "東京", "ÅÄÖ", "a\uFFFDb"})
    void textThatIsAsItShouldBeIsLeftAlone(String text) {
        assertThat(Mojibake.repair(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x-MacRoman, Köln", "x-MacRoman, Øresund Straße", "x-MacRoman, 5 €", "x-MacRoman, Škoda Citigo",
        "windows-1254, Köln", "windows-1254, Muğla şişli İzmir", "windows-1254, Škoda", "windows-1252, Ærø"
    })
    void utf8ReadInAnotherEncodingComesBack(String encoding, String meant) {
        String broken = new String(meant.getBytes(StandardCharsets.UTF_8), Charset.forName(encoding));
        assertThat(broken).isNotEqualTo(meant);
        assertThat(Mojibake.repair(broken)).contains(meant);
        assertThat(Mojibake.isDamaged(broken)).isTrue();
    }

    /** Í is C3 8D, and 8D is no character of windows-1254: the decoder put a replacement for it. */
    @Test
    void whatWasLostIsSeenButNotRepaired() {
        String broken = new String("Íslensk smíði".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1254"));
        assertThat(broken).contains("\uFFFD");
        assertThat(Mojibake.repair(broken)).isEmpty();
        assertThat(Mojibake.isDamaged(broken)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bonn", "Köln", "“Österreich”", "“Österreich", "–Ägypten", "≈ 5 %", "東京", "√2", "a\uFFFDb"})
    void textThatWasNeverDecodedWronglyIsNotSuspected(String text) {
        assertThat(Mojibake.isDamaged(text)).isFalse();
    }

    @Property(tries = 500)
    void aRepairIsAlwaysLossless(@ForAll String text) {
        Mojibake.repair(text).ifPresent(repaired -> {
            byte[] utf8 = repaired.getBytes(StandardCharsets.UTF_8);
            assertThat(Stream.of("windows-1252", "ISO-8859-1", "windows-1254", "x-MacRoman")
                            .map(name -> new SingleByte(Charset.forName(name), SingleByte.Gaps.ARE_CONTROLS))
                            .map(encoding -> encoding.bytes(text)))
                    .anySatisfy(bytes -> assertThat(bytes)
                            .hasValueSatisfying(b -> assertThat(b).isEqualTo(utf8)));
        });
    }

    @Property(tries = 200)
    void utf8ReadAsLatinComesBack(@ForAll String text) {
        boolean beyondAscii = text.chars().anyMatch(c -> c > 0x7F);
        String broken = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (beyondAscii && text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))) {
            assertThat(Mojibake.repair(broken)).contains(text);
        } else if (!beyondAscii) {
            assertThat(Mojibake.repair(broken)).isEmpty();
        }
    }
}
