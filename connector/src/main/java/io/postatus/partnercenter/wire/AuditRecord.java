/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.DateTime;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.time.Instant;
import java.util.List;

/**
 * An entry of the activity log: what a user or an application of the partner did. Nothing says that what Microsoft does
 * is in it.
 *
 * @param resourceType {@code order}, {@code subscription}, ...: an open list
 * @param operationType {@code create_order}, {@code update_order}, ...: an open list
 * @param operationStatus {@code succeeded}, {@code failed}, {@code progress}
 * @param resourceOldValue JSON in a string, with names in PascalCase
 * @param resourceNewValue the same, afterwards
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/auditing-resources">Auditing resources</a>
 */
@WireRecord
public record AuditRecord(
        String id,
        String partnerId,
        String customerId,
        String customerName,
        String userPrincipalName,
        String applicationId,
        String sessionId,
        String resourceType,
        String operationType,
        @DateTime Instant operationDate,
        String operationStatus,
        String resourceOldValue,
        String resourceNewValue,
        List<AuditDetail> customizedData,
        String originalCorrelationId,
        Attributes attributes) {
    public AuditRecord {
        customizedData = WireList.copy(customizedData);
    }

    /** A detail by its key; null if the record has none. */
    public String detail(String key) {
        return customizedData == null
                ? null
                : customizedData.stream()
                        .filter(detail -> key.equals(detail.key()) && detail.value() != null)
                        .map(AuditDetail::value)
                        .findFirst()
                        .orElse(null);
    }
}
