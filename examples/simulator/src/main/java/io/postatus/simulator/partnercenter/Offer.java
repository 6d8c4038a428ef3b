/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.math.BigDecimal;

/** What a line is about; never changes. */
record Offer(String id, String name, BigDecimal price) {}
