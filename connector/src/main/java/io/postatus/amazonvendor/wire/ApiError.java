/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.WireRecord;

/**
 * One entry of an error body.
 *
 * @param details often empty; may repeat what was sent, so it is not for logs
 */
@WireRecord
public record ApiError(String code, String message, String details) {}
