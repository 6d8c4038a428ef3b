/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

/** What a stream does at its first start with orders that are older than that start. */
public enum InitialState {
    /** Tells each as first seen. */
    tell,
    /** Takes them in silently, so that their next change is told with what it was before. */
    prime
}
