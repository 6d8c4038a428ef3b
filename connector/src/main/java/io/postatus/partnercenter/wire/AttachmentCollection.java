/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.Paged;
import io.postatus.core.wire.WholeNumber;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;
import java.util.Map;

/** The answer of getAttachments and uploadAttachment. */
@WireRecord
public record AttachmentCollection(
        @WholeNumber Integer totalCount, List<Attachment> items, Map<String, Link> links, Attributes attributes)
        implements Paged {
    public AttachmentCollection {
        items = WireList.copy(items);
    }

    @Override
    public String nextToken() {
        return Link.nextToken(links);
    }
}
