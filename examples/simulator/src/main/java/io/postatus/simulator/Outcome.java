/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

/** What was asked and by whom, as far as that is known, and what is answered. */
public record Outcome(Occasion occasion, Answer answer) {}
