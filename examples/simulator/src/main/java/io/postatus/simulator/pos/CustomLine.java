/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.math.BigDecimal;

/** A free-form line. */
record CustomLine(String id, String description, BigDecimal total) {}
