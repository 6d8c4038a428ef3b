/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

/** An answer that is one page of a list. */
public interface Paged {

    /** How to get the next page, as the service says it; null, or blank, on the last. */
    String nextToken();
}
