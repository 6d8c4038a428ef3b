/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.postatus.core.wire.WireRecord;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record with the service's JSON names, which begin with a capital letter. Enumerations are text, since only one of
 * them is documented in full and their values come as names or as numbers; dates are text as the service writes it, since
 * they have no zone: apis/ticketutils-pos.md 3.
 */
@JacksonAnnotationsInside
@WireRecord
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PosRecord {}
