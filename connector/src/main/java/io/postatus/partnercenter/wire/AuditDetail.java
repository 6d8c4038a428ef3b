/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.WireRecord;

/** One detail of a record of the activity log. */
@WireRecord
public record AuditDetail(String key, String value) {}
