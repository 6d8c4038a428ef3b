/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

/**
 * Whether a request may still be sent. Asked immediately before every send, retries included, because a lease may have
 * ended or a route may have been suspended while the request waited for its turn. The moment of the last asking is the
 * moment of sending, for who needs to know it.
 */
@FunctionalInterface
public interface Permission {

    /** For calls that nobody can take back, such as a producer's. */
    Permission ALWAYS = () -> {};

    /** Returns normally if the request may be sent.
     *
     * @throws RequestWithdrawnException if not; nothing is sent then
     */
    void check() throws RequestWithdrawnException;
}
