/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

/** A step of an order into another state, and how likely it is. */
record Move(int percent, OrderStatus to, Actor actor) {}
