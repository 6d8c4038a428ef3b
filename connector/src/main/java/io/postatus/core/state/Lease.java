/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

/**
 * The right to poll a stream now.
 *
 * @param owner who holds it: node and a random part for each poll, so that no two polls ever share one
 * @param epoch the fencing number: it grows with every acquisition and is never reset
 */
public record Lease(StreamId stream, String owner, long epoch) {}
