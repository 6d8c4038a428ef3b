/* SPDX-License-Identifier: Apache-2.0 */
/** The purchase-order part of the Ticket Utils POS API, as read from its public documentation. */
package io.postatus.simulator.pos;
