/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.PlanRequest;
import io.postatus.core.poll.Slice;
import io.postatus.core.state.Customers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is read when. */
class PartnerCenterPlanTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration OPEN = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofHours(1);
    private static final TimeWindow TODAY = new TimeWindow(Instant.parse("2026-03-02T00:00:00Z"), NOW);

    private final Map<String, Instant> looks = new TreeMap<>();
    private Instant listed = NOW.minus(Duration.ofMinutes(30));
    private Instant discovered = Customers.NEVER;
    private PartnerCenterPlan plan = planOf(null, null, null);

    @Test
    void firstTheCustomersAreListed() {
        listed = null;
        assertThat(planned()).containsExactly("list of customers");
    }

    @Test
    void customersAreListedAndLookedAtAgainAfterTheirInterval() {
        listed = ago(60);
        looks.put("a", ago(60));
        looks.put("b", ago(59));
        looks.put("new", Customers.NEVER);
        assertThat(planned()).containsExactly("list of customers", "customer a", "customer new");
    }

    @Test
    void twoOpenOrdersOfACustomerAreLookedAtInItsList() {
        looks.put("a", ago(5));
        looks.put("b", ago(6));
        assertThat(planned("a/1", "a/2", "b/3"))
                .as("the single one of b is read by id, which the core does by itself")
                .containsExactly("customer a");
    }

    @Test
    void aListIsNotLookedAtMoreOftenThanOpenOrdersAre() {
        looks.put("a", ago(4));
        assertThat(planned("a/1", "a/2")).isEmpty();
    }

    @Test
    void aLookThatIsDueBeforeTheNextTurnOfASingleOpenOrderTakesThisTurnsPlace() {
        looks.put("a", ago(55));
        looks.put("b", ago(55));
        assertThat(planned("a/1")).containsExactly("customer a");
    }

    @Test
    void equalIntervalsLeaveNoRoomForEarlyLooks() {
        plan = new PartnerCenterPlan(PartnerCenterSelection.parse(null, null), OPEN, OPEN, null);
        listed = ago(1);
        looks.put("a", ago(4));
        assertThat(planned("a/1")).isEmpty();
    }

    @Test
    void givenCustomersNeedNoListOfCustomers() {
        listed = null;
        plan = planOf("b, A0B1C2D3-0000-0000-0000-00000000000F", null, null);
        assertThat(planned()).containsExactly("customer b", "customer a0b1c2d3-0000-0000-0000-00000000000f");
    }

    @Test
    void givenOrdersAreReadAtEveryPollAndNothingElseIs() {
        PartnerCenterConfiguration options = new PartnerCenterConfiguration();
        options.setOrders("c/1,c/2");
        plan = options.toPlan();
        manyQuietCustomers(NOW);
        List<TimeWindow> days = List.of(new TimeWindow(ago(3000), NOW));
        assertThat(plan(days, NOW)).extracting(Slice::name).containsExactly("order c/1", "order c/2");
        assertThat(plan(days, NOW.plusSeconds(300))).extracting(Slice::name).containsExactly("order c/1", "order c/2");
    }

    @Test
    void aCustomerThatTheServiceDoesNotShowIsLeftAlone() {
        looks.put("a", Customers.NEVER);
        assertThat(plan.plan(request(List.of(), List.of()), customer -> !customer.equals("a"), Customers.NEVER))
                .isEmpty();
    }

    @Test
    void theLogOfTodayIsReadAsOftenAsOpenOrdersAreAndNeverCredited() {
        plan = planOf(null, null, new ActivityLogDays(Duration.ofHours(1)));
        manyQuietCustomers(NOW);
        List<Slice> slices = plan(List.of(TODAY), NOW);

        assertThat(slices).hasSize(1);
        Slice.Window log = (Slice.Window) slices.get(0);
        assertThat(log.asked()).isEqualTo(new TimeWindow(TODAY.from(), Instant.parse("2026-03-03T00:00:00Z")));
        assertThat(log.credited()).as("not even if it is read after midnight").isNull();
        discovered = NOW;
        assertThat(plan(List.of(TODAY), NOW.plusSeconds(240))).isEmpty();
        assertThat(plan(List.of(TODAY), NOW.plusSeconds(300))).hasSize(1);
    }

    @Test
    void fewQuietCustomersAreListedInPlaceOfTheLog() {
        plan = planOf(null, null, new ActivityLogDays(Duration.ofHours(1)));
        looks.put("a", ago(6));
        looks.put("b", ago(6));
        assertThat(plan(List.of(TODAY), NOW)).extracting(Slice::name).containsExactly("customer a", "customer b");
    }

    @Test
    void aDayIsCreditedOnceItIsOverAndItsRecordsHaveCome() {
        plan = planOf(null, null, new ActivityLogDays(Duration.ofHours(1)));
        Instant start = Instant.parse("2026-01-15T15:00:00Z");
        Instant midnight = Instant.parse("2026-03-02T00:00:00Z");

        manyQuietCustomers(midnight.plusSeconds(1800));
        List<Slice> early =
                plan(List.of(new TimeWindow(start, midnight.plusSeconds(1800))), midnight.plusSeconds(1800));
        assertThat(credited(early))
                .containsExactly(
                        new TimeWindow(start, Instant.parse("2026-02-14T00:00:00Z")),
                        new TimeWindow(Instant.parse("2026-02-14T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")));
        assertThat(((Slice.Window) early.get(2)).asked().from()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));

        Instant later = midnight.plusSeconds(3600);
        TimeWindow rest = new TimeWindow(Instant.parse("2026-03-01T00:00:00Z"), later);
        assertThat(credited(plan(List.of(rest), later))).containsExactly(new TimeWindow(rest.from(), midnight));
    }

    @Test
    void theLogIsAskedForWholeDays() {
        TimeWindow asked = new TimeWindow(Instant.parse("2026-03-01T15:00:00Z"), Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(ActivityLogDays.query(asked).value("startDate")).isEqualTo("2026-03-01");
        assertThat(ActivityLogDays.query(asked).value("endDate")).isEqualTo("2026-03-02");
    }

    private static List<TimeWindow> credited(List<Slice> slices) {
        return slices.stream()
                .map(slice -> ((Slice.Window) slice).credited())
                .filter(Objects::nonNull)
                .toList();
    }

    private void manyQuietCustomers(Instant now) {
        for (int i = 0; i < 30; i++) {
            looks.put("c" + i, now.minus(Duration.ofMinutes(6)));
        }
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private static PartnerCenterPlan planOf(String customers, String orders, ActivityLogDays log) {
        return new PartnerCenterPlan(PartnerCenterSelection.parse(customers, orders), OPEN, LOOK, log);
    }

    private List<Slice> plan(List<TimeWindow> unsettled, Instant now) {
        listed = now;
        return plan.plan(
                new PlanRequest(unsettled, List.of(), new Customers(listed, new TreeMap<>(looks)), now),
                customer -> true,
                discovered);
    }

    private PlanRequest request(List<TimeWindow> unsettled, List<String> watched) {
        return new PlanRequest(unsettled, watched, new Customers(listed, new TreeMap<>(looks)), NOW);
    }

    private List<String> planned(String... watched) {
        return plan.plan(request(List.of(), List.of(watched)), customer -> true, Customers.NEVER).stream()
                .map(Slice::name)
                .toList();
    }
}
