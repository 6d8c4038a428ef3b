/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.wire.WireFields;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the same document, and what does not. */
class DocumentShapeTest {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final DocumentShape SHAPE =
            new DocumentShape(1, Map.of("items", "id"), Set.of("etag", "audit"), WireFields.of(Nothing.class));

    private record Nothing() {}

    private static SortedMap<String, String> fields(String json) {
        try {
            return SHAPE.fields(MAPPER.readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void anOrderIsSeenWithTheFieldsOfItsDocumentAndWithThoseThatNobodyKnows() throws JsonProcessingException {
        PurchaseOrderStatus status = ScriptedService.order("1", "A", null).status();
        Observed seen = Observed.of(status, SHAPE, MAPPER.readTree("{\"a\":1.50}"));
        assertThat(seen.status()).isEqualTo(status);
        assertThat(seen.shapeVersion()).isEqualTo(1);
        assertThat(seen.fields()).containsExactly(Map.entry("a", "1.5"));
        assertThat(seen.drift().unknown()).containsExactly("a");
    }

    @Test
    void aDocumentIsPathsAndTexts() {
        assertThat(fields("{'a':{'b':'x'},'c':true,'items':[{'id':'2','q':3},{'id':'1','q':4}]}"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a.b", "x", "c", "true", "items[].id", "1:1, 2:2", "items[].q", "1:4, 2:3"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {'a':1,'b':2}                           | {'b':2,'a':1}
            {'a':null}                              | {}
            {'etag':1,'audit':{'by':'x'}}           | {}
            {'a':1}                                 | {'a':1.00}
            {'a':'1.50'}                            | {'a':'1.5'}
            {'a':100}                               | {'a':1E+2}
            {'a':'2026-03-02T10:00:00Z'}            | {'a':'2026-03-02T11:00:00.000+01:00'}
            {'tags':['x','y']}                      | {'tags':['y','x']}
            {'list':[{'a':1,'b':null}]}             | {'list':[{'a':1}]}
            {'items':[{'id':1,'q':1},{'id':2}]}     | {'items':[{'id':2},{'q':1,'id':1}]}
            {'items':[{'q':1},{'q':2}]}             | {'items':[{'q':2},{'q':1}]}
            {'items':[{'id':1,'q':1},{'id':1,'q':2}]} | {'items':[{'id':1,'q':2},{'id':1,'q':1}]}
            """)
    void theSame(String one, String other) {
        assertThat(fields(one)).isEqualTo(fields(other));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {'a':1}                                 | {'a':2}
            {'a':''}                                | {}
            {'tags':['x']}                          | {'tags':['x','x']}
            {'tags':[]}                             | {}
            {'items':[{'id':1,'q':1},{'id':2,'q':2}]} | {'items':[{'id':1,'q':2},{'id':2,'q':1}]}
            {'items':[{'id':1,'q':1},{'id':1,'q':2}]} | {'items':[{'id':1,'q':1},{'id':1,'q':1}]}
            {'a':'2026-03-02T10:00:00'}             | {'a':'2026-03-02T10:00:00Z'}
            {'a':'2026-03-02T10:00:00Z--2026-03-03T10:00:00Z'} | {'a':'2026-03-02T10:00:00Z--2026-03-04T10:00:00Z'}
            {'a':1E+999999999}                      | {'a':1E+999999998}
            """)
    void different(String one, String other) {
        assertThat(fields(one)).isNotEqualTo(fields(other));
    }

    @Test
    void aHugeNumberIsNotWrittenOutInDigits() {
        assertThat(fields("{'a':1E+999999999}")).containsEntry("a", "1E+999999999");
    }

    /** Thousands of entries without the name we expect, as after a change of the service, are slow for nobody. */
    @Test
    void manyEntriesWithOneNameAreNoTrouble() {
        String entries = "{'q':1},".repeat(20_000);
        assertThat(fields("{'items':[" + entries + "{'q':2}]}")).containsKey("items[].q");
    }

    /** Joining one by one copies what is there for each: a list of some 10,000 entries would take minutes. */
    @Test
    @Timeout(30)
    void aListWithVeryManyEntriesTakesNoTime() throws JsonProcessingException {
        StringBuilder entries = new StringBuilder();
        String word = "some".repeat(50);
        for (int i = 0; i < 50_000; i++) {
            entries.append(i == 0 ? "" : ",").append("{\"id\":").append(i).append(",\"word\":\"" + word + "\"}");
        }
        DocumentShape shape = new DocumentShape(1, Map.of("list", "id"), Set.of(), WireFields.of(Nothing.class));

        assertThat(shape.fields(new ObjectMapper().readTree("{\"list\":[" + entries + "]}"))
                        .get("list[].word"))
                .startsWith("0:" + word + ", 1:" + word + ", 10:" + word);
    }
}
