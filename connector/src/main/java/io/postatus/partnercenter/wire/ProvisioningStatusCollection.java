/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.Paged;
import io.postatus.core.wire.WholeNumber;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;
import java.util.Map;

/** The answer of getProvisioningStatus. */
@WireRecord
public record ProvisioningStatusCollection(
        @WholeNumber Integer totalCount, List<ProvisioningStatus> items, Map<String, Link> links, Attributes attributes)
        implements Paged {
    public ProvisioningStatusCollection {
        items = WireList.copy(items);
    }

    @Override
    public String nextToken() {
        return Link.nextToken(links);
    }
}
