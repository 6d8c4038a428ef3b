/** The purchase-order services as a stateful local server. Knows nothing of the connector. */
package io.postatus.simulator;
