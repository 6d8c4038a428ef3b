/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Property(tries = 200)
    void bytesHoldAllOfIt(@ForAll Map<String, String> fields) {
        Fingerprint fingerprint = of(fields);

        assertThat(Fingerprint.fromBytes(fingerprint.toBytes()))
                .isEqualTo(fingerprint)
                .hasSameHashCodeAs(fingerprint);
    }

    @Property(tries = 200)
    void noFieldContradictsItself(@ForAll Map<String, String> fields) {
        Fingerprint fingerprint = of(fields);

        assertThat(fields.entrySet())
                .allMatch(field -> fingerprint.knows(field.getKey())
                        && !fingerprint.contradicts(field.getKey(), field.getValue()));
    }

    @Test
    void anotherTextContradictsAndAnUnknownFieldDoesNot() {
        Fingerprint fingerprint = of(Map.of("shipTo", "DTM2"));

        assertThat(fingerprint.contradicts("shipTo", "DTM3")).isTrue();
        assertThat(fingerprint.contradicts("sellTo", "DTM3")).isFalse();
        assertThat(fingerprint.knows("sellTo")).isFalse();
    }

    @Test
    void aFieldThatIsMissingKeepsWhatWasKnown() {
        Fingerprint known = of(Map.of("a", "1", "b", "2"));
        Fingerprint newer = of(Map.of("b", "3", "c", "4"));

        assertThat(known.completing(newer)).isEqualTo(of(Map.of("a", "1", "b", "3", "c", "4")));
    }

    @Test
    void fieldsOfAnotherVersionAreNotMixedIn() {
        Fingerprint known = Fingerprint.of(1, new TreeMap<>(Map.of("a", "1")));
        Fingerprint newer = Fingerprint.of(2, new TreeMap<>(Map.of("b", "2")));

        assertThat(known.completing(newer)).isEqualTo(newer);
        assertThat(known).isNotEqualTo(Fingerprint.of(2, new TreeMap<>(Map.of("a", "1"))));
    }

    /** Summed up, two such fields would contradict every later document: an order that changes for ever. */
    @Test
    void twoPathsWithOneKeyAreStillToldApart() {
        String[] twins = pathsWithOneKey();
        Fingerprint both = of(Map.of(twins[0], "1", twins[1], "2"));

        assertThat(both.contradicts(twins[0], "1")).isFalse();
        assertThat(both.contradicts(twins[1], "2")).isFalse();
        assertThat(both.contradicts(twins[1], "3")).isTrue();
        assertThat(Fingerprint.fromBytes(both.toBytes())).isEqualTo(both);
        assertThat(both.completing(both)).isEqualTo(both);
    }

    @Test
    void itKnowsByWhichRulesItWasMade() {
        Fingerprint fingerprint = Fingerprint.of(7, new TreeMap<>());

        assertThat(Fingerprint.fromBytes(fingerprint.toBytes()).version()).isEqualTo(7);
    }

    @Test
    void aVersionThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Fingerprint.of(70_000, new TreeMap<>())).hasMessageContaining("70000");
    }

    /** Stored fingerprints outlive releases. */
    @Test
    void bytesStayTheSameOverReleases() {
        assertThat(of(Map.of("a", "1")).toBytes()).asHexString().isEqualTo("0001CA97816B86B273FF");
    }

    private static Fingerprint of(Map<String, String> fields) {
        return Fingerprint.of(1, new TreeMap<>(fields));
    }

    private static String[] pathsWithOneKey() {
        Map<Integer, String> seen = new HashMap<>();
        for (int i = 0; ; i++) {
            String path = "path" + i;
            int key = ByteBuffer.wrap(of(Map.of(path, "")).toBytes(), 2, 4).getInt() >>> 8;
            String twin = seen.put(key, path);
            if (twin != null) {
                return new String[] {twin, path};
            }
        }
    }
}
