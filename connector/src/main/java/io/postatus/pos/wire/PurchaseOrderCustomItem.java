/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

/** A line of free text. */
@PosRecord
public record PurchaseOrderCustomItem(String purchaseCustomItemId, String description, Money total) {}
