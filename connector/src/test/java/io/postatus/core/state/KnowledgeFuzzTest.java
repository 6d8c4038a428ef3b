/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;

/** What a database gives back, should it be damaged. */
@Timeout(20)
class KnowledgeFuzzTest {

    @FuzzTest
    void bytesAreKnowledgeOrSaidToBeNone(byte[] stored) {
        Knowledge knowledge;
        try {
            knowledge = KnowledgeCodec.decode(stored);
        } catch (StateStoreException e) {
            assertThat(e).hasMessageContaining("knowledge of an order");
            return;
        }
        assertThat(KnowledgeCodec.decode(KnowledgeCodec.encode(knowledge))).isEqualTo(knowledge);
    }
}
