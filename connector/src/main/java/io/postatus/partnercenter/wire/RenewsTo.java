/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.WireRecord;

/** What the line becomes when its term ends. */
@WireRecord
public record RenewsTo(String termDuration) {}
