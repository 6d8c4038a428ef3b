/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

/** One line of an order; lines never change. */
record OrderLine(int number, Offer offer, int quantity, String resellerId) {}
