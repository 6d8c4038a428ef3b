/** Amazon's Vendor Orders API, as read from its public documentation. */
package io.postatus.simulator.amazon;
