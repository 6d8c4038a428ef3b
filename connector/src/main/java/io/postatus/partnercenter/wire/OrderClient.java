/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.WireRecord;

/** With what the order was placed; undocumented. */
@WireRecord
public record OrderClient(String marketplaceCountry, String deviceFamily, String name) {}
