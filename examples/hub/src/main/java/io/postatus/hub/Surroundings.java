/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** What the routes need around them: there before they start, gone after they have stopped. */
final class Surroundings extends MainListenerSupport {
    private static final int LOOK_MILLIS = 100;

    private final Screen screen;
    private final Reasons reasons;
    private EmbeddedSimulator simulator;
    private final List<ProgressWatch> watches = new CopyOnWriteArrayList<>();

    Surroundings(Screen screen, Reasons reasons) {
        this.screen = screen;
        this.reasons = reasons;
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        KnownProperties.check(System.getProperties());
    }

    @Override
    public void beforeStart(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        reasons.learn(context);
        context.getManagementStrategy().addEventNotifier(new Farewell(watches));
        Settings settings = new Settings(context);
        Services.check(settings);
        if (!settings.flag("hub.print-first-read")) {
            screen.leaveOut(new FirstRead(new Streams(context)::firstStart, this::isReadFirst, Instant.now())::found);
        }
        EventsFile events = EventsFile.of(settings);
        events.makeReady();
        context.getRegistry().bind("events", events);
        simulator = EmbeddedSimulator.start(settings, screen);
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        CamelContext context = main.getCamelContext();
        watches.addAll(new Streams(context)
                .all().stream()
                        .map(stream -> new ProgressWatch(stream, screen, Clock.systemUTC()))
                        .toList());
        ScheduledExecutorService looks =
                context.getExecutorServiceManager().newScheduledThreadPool(this, "progress", 1);
        looks.scheduleWithFixedDelay(() -> watches.forEach(ProgressWatch::look), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private boolean isReadFirst(String stream) {
        return watches.stream().noneMatch(watch -> watch.watches(stream) && watch.isFirstReadOver());
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        if (simulator != null) {
            simulator.close();
        }
    }
}
