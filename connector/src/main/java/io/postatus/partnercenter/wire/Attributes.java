/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.WireRecord;

/**
 * What kind of thing a document is.
 *
 * @param etag temporary, not to be kept: apis/partner-center-orders.md 4
 */
@WireRecord
public record Attributes(String objectType, String etag) {}
