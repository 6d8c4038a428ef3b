/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

/** What the body of a producer's answer is. */
public enum AmazonVendorResponseType {
    /** A record of {@code io.postatus.amazonvendor.wire}, with Amazon's field names. */
    record,
    /** Amazon's own JSON, as text. */
    json
}
