/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

/** What the body of a producer's answer is. */
public enum ResponseType {
    /** A record with the service's field names. */
    record,
    /** The service's own JSON, as text. */
    json
}
