/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.Permission;
import io.postatus.core.http.RequestWithdrawnException;
import io.postatus.core.http.WireRequest;
import io.postatus.pos.wire.DateRange;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No row is missed, though rows move while one pages; and no walk goes on for ever. Two rows a page. */
class PosSearchWalkTest {

    private static final int PAGE = 2;
    private static final DateRange RANGE = new DateRange("2026-03-02T10:00", "2026-03-02T11:00", true);

    private final RowService service = new RowService(6);
    private final PosBench bench = PosBench.with(service);

    @Test
    void pagesAreReadFromTheLastToTheFirst() {
        assertSettled("r1", "r2", "r3", "r4", "r5", "r6");
        assertThat(service.pages).containsExactly(1, 3, 2, 1);
    }

    @Test
    void theSearchIsByTimesOfUpdateAndSortedByWhatDoesNotChange() {
        walk();

        assertThat(service.searches.get(1))
                .hasToString("{\"OrderBy\":\"PONumber\",\"SortOrder\":\"ASC\",\"UpdatedSince\":{\"FromDate\":"
                        + "\"2026-03-02T10:00\",\"ToDate\":\"2026-03-02T11:00\",\"FilterByTime\":true},\"Page\":3,"
                        + "\"ItemsPerPage\":2}");
    }

    @Test
    void onePageThatShowsAllIsEnough() {
        service.rows.subList(2, 6).clear();

        assertSettled("r1", "r2");
        assertThat(service.pages).containsExactly(1);
    }

    @Test
    void nothingIsEnoughToo() {
        service.rows.clear();

        assertSettled();
        assertThat(service.pages).containsExactly(1);
    }

    @Test
    void rowThatLeavesPullsNoOtherOutOfSight() {
        service.before.put(3, () -> service.rows.remove("r1"));

        assertSettled("r2", "r3", "r4", "r5", "r6");
    }

    @Test
    void rowThatEntersInFrontHasThePagesWalkedAgain() {
        service.before.put(3, () -> service.rows.add(0, "r0"));

        assertSettled("r0", "r1", "r2", "r3", "r4", "r5", "r6");
        assertThat(service.pages).containsExactly(1, 3, 2, 1, 4, 3, 2, 1);
    }

    @Test
    void rowThatJumpsToTheFrontPushesAnotherOutOfSightForOneWalkOnly() {
        service.before.put(3, () -> {
            service.rows.remove("r5");
            service.rows.add(0, "r5");
        });

        assertSettled("r1", "r2", "r3", "r4", "r5", "r6");
        assertThat(service.pages).hasSizeGreaterThan(4);
    }

    @Test
    void rowsThatGoAndComeInOneMomentAreNoticedByTheirNumber() {
        service.before.put(4, () -> {
            service.rows.remove("r6");
            service.rows.add(0, "r0");
        });

        assertSettled("r0", "r1", "r2", "r3", "r4", "r5");
        assertThat(service.pages).hasSize(8);
    }

    @Test
    void rowsInAnotherOrderWithEachAnswerAreAllSeenOrTheWalkIsGivenUp() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            service.pages.clear();
            service.always = () -> Collections.shuffle(service.rows, random);
            PosSearchWalk.Seen seen = walk();
            if (seen.unsettled() == null) {
                assertThat(ids(seen)).hasSize(6);
            }
            assertThat(service.pages).hasSizeLessThanOrEqualTo(4 * PosSearchWalk.MOST_WALKS);
        }
    }

    @Test
    void rowsThatKeepComingAreGivenUp() {
        service.always = () -> service.rows.add(0, "n" + service.pages.size());

        assertThat(walk().unsettled()).contains("did not add up in 3 walks");
    }

    @Test
    void tooManyRowsAreGivenUpAtOnce() {
        IntStream.range(0, PosSearchWalk.MOST_ROWS).forEach(i -> service.rows.add("more" + i));

        assertThat(walk().unsettled()).contains("more than 2000 orders");
        assertThat(service.pages).containsExactly(1);
    }

    @Test
    void moreTotalPagesThanThereAreMakesNoDifference() {
        service.spoil = envelope -> envelope.put("TotalPages", 1_000_000);

        assertSettled("r1", "r2", "r3", "r4", "r5", "r6");
    }

    @Test
    void totalPagesLessThanPageMakesNoDifference() {
        service.spoil = envelope -> envelope.put("TotalPages", 0);

        assertSettled("r1", "r2", "r3", "r4", "r5", "r6");
    }

    @Test
    void recordsThatPromiseMoreRowsThanThereAreAreNotBelieved() {
        service.spoil = envelope -> envelope.put("Records", 7);

        assertThat(walk().unsettled()).isNotNull();
    }

    @Test
    void recordsThatPromiseRowsOfAnEmptyPageAreNotBelieved() {
        service.rows.clear();
        service.spoil = envelope -> envelope.put("Records", 3);

        assertThat(walk().unsettled()).isNotNull();
        assertThat(service.pages).containsExactly(1, 1, 1);
    }

    @Test
    void onePageThatShowsAnOrderTwiceIsWhole() {
        service.rows.subList(1, 6).clear();
        service.rows.add("r1");

        assertSettled("r1");
    }

    @Test
    void envelopeWithoutRecordsIsWalkedUntilTwoWalksSeeTheSame() {
        service.spoil = envelope -> envelope.remove("Records");

        assertSettled("r1", "r2", "r3", "r4", "r5", "r6");
        assertThat(service.pages).containsExactly(1, 2, 3, 4, 1, 2, 3, 4);
    }

    @Test
    void recordsBelowZeroSayNothing() {
        service.spoil = envelope -> envelope.put("Records", -1);

        assertSettled("r1", "r2", "r3", "r4", "r5", "r6");
    }

    @Test
    void bareArrayIsWalkedUntilTwoWalksSeeTheSame() {
        service.bare = true;
        service.before.put(3, () -> service.rows.remove("r1"));

        assertThat(ids(walk())).contains("r2", "r3", "r4", "r5", "r6");
        assertThat(service.pages.stream().filter(page -> page == 1)).hasSize(3);
    }

    @Test
    void bareArrayWithoutRowsIsEnough() {
        service.rows.clear();
        service.bare = true;

        assertSettled();
        assertThat(service.pages).containsExactly(1);
    }

    @Test
    void bareArraysWithoutEndAreGivenUp() {
        service.bare = true;
        service.always = () -> IntStream.range(0, PAGE).forEach(i -> service.rows.add("n" + service.rows.size()));

        assertThat(walk().unsettled()).contains("more than 2000 orders");
    }

    @Test
    void serviceThatIgnoresPageIsNotAskedForEver() {
        RowService deaf = new RowService(2);
        deaf.bare = true;
        PosBench other = PosBench.with(request -> deaf.exchange(new WireRequest(
                request.method(),
                request.target(),
                request.headers(),
                new String(request.body(), StandardCharsets.UTF_8)
                        .replaceAll("\"Page\":\\d+", "\"Page\":1")
                        .getBytes(StandardCharsets.UTF_8))));

        assertThat(other.answer(PosSearchWalk.walk(other.client, RANGE, PAGE, Permission.ALWAYS))
                        .unsettled())
                .isNull();
        assertThat(deaf.pages).hasSize(4);
    }

    @Test
    void rowsWithoutIdCountAndAreHandedOn() {
        service.rows.set(2, "nameless");

        PosSearchWalk.Seen seen = walk();

        assertThat(seen.unsettled()).isNull();
        assertThat(seen.rows()).hasSize(6).anySatisfy(row -> {
            assertThat(row.orderId()).isNull();
            assertThat(row.document()).contains("nameless");
        });
    }

    @Test
    void listThatIsSomethingElseDoesNotPassForAnEmptyOne() {
        service.spoil = envelope -> envelope.put("Items", "none");

        assertThatThrownBy(this::walk)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("it has no list of rows");
    }

    @Test
    void everyRequestAsksThePermission() {
        int[] asked = new int[1];
        Permission thrice = () -> {
            if (++asked[0] > 3) {
                throw new RequestWithdrawnException("the lease is lost");
            }
        };

        assertThatThrownBy(() -> bench.answer(PosSearchWalk.walk(bench.client, RANGE, PAGE, thrice)))
                .isInstanceOf(RequestWithdrawnException.class);
        assertThat(service.pages).hasSize(3);
    }

    @Test
    void thousandsOfPagesAreNoDeepRecursion() {
        service.rows.clear();
        IntStream.range(0, PosSearchWalk.MOST_ROWS).forEach(i -> service.rows.add("r" + i));
        service.spoil = envelope -> envelope.remove("Records");

        assertThat(bench.answer(PosSearchWalk.walk(bench.client, RANGE, 1, Permission.ALWAYS))
                        .rows())
                .hasSize(PosSearchWalk.MOST_ROWS);
        assertThat(service.pages).hasSize(2 * (PosSearchWalk.MOST_ROWS + 1));
    }

    private void assertSettled(String... ids) {
        PosSearchWalk.Seen seen = walk();
        assertThat(seen.unsettled()).isNull();
        assertThat(ids(seen)).contains(ids);
    }

    private PosSearchWalk.Seen walk() {
        return bench.answer(PosSearchWalk.walk(bench.client, RANGE, PAGE, Permission.ALWAYS));
    }

    private static List<String> ids(PosSearchWalk.Seen seen) {
        return seen.rows().stream().map(PosSearchWalk.Row::orderId).toList();
    }
}
