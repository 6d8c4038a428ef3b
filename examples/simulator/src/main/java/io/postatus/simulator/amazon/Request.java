/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import io.postatus.simulator.Call;
import io.postatus.simulator.Occasion;

/** A request that was let in. */
record Request(Call call, Route route, AmazonAccount account, Occasion occasion) {}
