/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

/** An entry of a page that does not even show which order it is: kept as it came, and reported. */
public record Unreadable(String document, String cause) {}
