/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The record is the list of what is known. */
class WireFieldsTest {

    @WireRecord
    private record Order(
            @Required String id,
            @JsonProperty("poNo") String number,
            Party buyer,
            List<Line> lines,
            Map<String, Link> links,
            Map<String, String> context,
            JsonNode anything) {}

    @WireRecord
    private record Line(
            @Required @WholeNumber Integer no,
            @DecimalNumber BigDecimal quantity,
            List<Step> steps,
            List<String> tags) {}

    @WireRecord
    private record Step(@DateTime Instant at) {}

    @WireRecord
    private record Link(String uri) {}

    @WireRecord
    @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
    private record Party(@Required String partyId) {}

    private static final WireFields FIELDS = WireFields.of(Order.class);

    private static FieldDrift drift(String json) {
        return FIELDS.drift(WireJson.tree(json.replace('\'', '"')));
    }

    @Test
    void aDocumentOfKnownFieldsHasNoDrift() {
        assertThat(drift("{'id':'1','poNo':'2','buyer':{'PartyId':'p'},'anything':{'of':{'any':'kind'}},"
                        + "'lines':[{'no':1,'quantity':'1.5','steps':[{'at':'2026-01-01T00:00:00Z'}],'tags':['x']}],"
                        + "'links':{'self':{'uri':'/1'}},'context':{'scope':'shared'}}"))
                .isSameAs(FieldDrift.NONE);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {'id':1,'more':1}                                       | more
            {'id':1,'number':1}                                     | number
            {'id':1,'more':{'in':{'it':1}}}                         | more
            {'id':1,'more':[{'in':1}]}                              | more
            {'id':1,'lines':[{'no':1},{'no':2,'new':1}]}            | lines[].new
            {'id':1,'lines':[{'no':1,'new':1},{'no':2,'new':1}]}    | lines[].new
            {'id':1,'lines':[{'no':1,'steps':[{'by':'x'}]}]}        | lines[].steps[].by
            {'id':1,'links':{'self':{'to':'x'},'next':{'to':'y'}}}  | links.*.to
            {'id':1,'buyer':{'PartyId':'p','partyId':'p'}}          | buyer.partyId
            """)
    void anUnknownFieldIsNamedOnceByItsPath(String document, String path) {
        assertThat(drift(document).unknown()).containsExactly(path);
        assertThat(drift(document).missing()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {}                                    | id
            {'id':null}                           | id
            {'id':1,'buyer':{}}                   | buyer.PartyId
            {'id':1,'lines':[{'no':1},{}]}        | lines[].no
            """)
    void aRequiredFieldThatIsAbsentOrNullIsMissing(String document, String path) {
        assertThat(drift(document).missing()).containsExactly(path);
        assertThat(drift(document).unknown()).isEmpty();
    }

    /** An optional part brings what it requires only if it is there; an unknown field that is null says nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{'id':1}", "{'id':1,'buyer':null}", "{'id':1,'more':null}", "{'id':{'a':1},'lines':'none'}"})
    void whatIsOptionalOrOfAnotherFormIsNoDrift(String document) {
        assertThat(drift(document)).isSameAs(FieldDrift.NONE);
    }
}
