/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

/**
 * What the simulator was asked for status.
 *
 * @param requests all of them
 * @param pages those that were answered with a page
 * @param needed those pages without the ones that were asked for again
 * @param refused those that were one too many (429)
 * @param firstMillis when the first came
 */
record Traffic(long requests, long pages, long needed, long refused, long firstMillis) {}
