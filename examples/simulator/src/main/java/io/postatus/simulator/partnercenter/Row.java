/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An item of a paged collection; its place never changes. */
record Row(long place, ObjectNode item) {}
