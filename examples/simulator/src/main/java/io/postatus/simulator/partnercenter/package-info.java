/** The Partner Center REST API and the token endpoint of Microsoft Entra ID, after apis/partner-center-orders.md. */
package io.postatus.simulator.partnercenter;
