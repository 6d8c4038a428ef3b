/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Clock;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each JUnit 5 test its own started simulator as a parameter of type {@link Simulator}, on a free port, and its
 * clock as a {@link SettableClock} where the simulator was built with one.
 *
 * <pre>{@code
 * @RegisterExtension
 * final SimulatorExtension simulator =
 *         new SimulatorExtension(builder -> builder.seed(7).clock(SettableClock.at("2026-03-02T10:00:00Z")));
 * }</pre>
 */
public final class SimulatorExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SimulatorExtension.class);
    private final UnaryOperator<SimulatorBuilder> setup;

    /** For {@code @ExtendWith}: an empty world on the real clock. */
    public SimulatorExtension() {
        this(builder -> builder);
    }

    /** Builds each test's simulator in the given way. */
    public SimulatorExtension(UnaryOperator<SimulatorBuilder> setup) {
        this.setup = setup;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        of(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Simulator simulator = context.getStore(NAMESPACE).remove(this, Simulator.class);
        if (simulator != null) {
            simulator.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Simulator.class
                || ((type == SettableClock.class || type == Clock.class)
                        && type.isInstance(of(context).clock()));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Simulator simulator = of(context);
        return parameter.getParameter().getType() == Simulator.class ? simulator : simulator.clock();
    }

    private Simulator of(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        this, key -> setup.apply(Simulator.builder()).build().start(), Simulator.class);
    }
}
