/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field that the service says is always there. Where a service says that of none, one without which an order cannot be
 * followed; the record's Javadoc has the source. A document without it is read all the same, and reported as drift.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Required {}
