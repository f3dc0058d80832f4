package org.yol.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.ApplicationsApi.path;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.yol.contracts.Topics;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.EventProbe;
import org.yol.platform.test.ServiceTest;
import org.yol.platform.test.StoreOperations;

/** Counts and prints what a submission costs; a dearer one is noticed here before the hour before a deadline. */
@ServiceTest
@Import(StoreOperations.Counting.class)
class SubmissionCostIT {

    /**
     * Measured, 7, and 0.75 for the tables of coordinators, of which all submissions of half a second share what one
     * costs.
     */
    private static final double OPERATIONS_AT_MOST = 7.75 * 1.1;

    private static final int WARM_UP = 20;
    private static final int SUBMISSIONS = 40;
    private static final int READINGS = 200;

    @Autowired
    private StoreOperations operations;

    /** With more at once it costs each of them less, and it looks now and then by itself. */
    @BeforeEach
    void withoutThePublicLog() {
        operations.passOver(collection -> collection.startsWith("log-") || collection.equals("public-logs"));
    }

    @Test
    void submissionTakesAsFewStoreOperationsAsEver(@LocalServerPort int port) {
        try (EventProbe events = EventProbe.listeningTo(Topics.APPLICATIONS)) {
            ApplicationsApi api = new ApplicationsApi(port, events);
            String call = "call-" + UUID.randomUUID();
            api.callIsOpen(call);
            List<Account> students = new ArrayList<>();
            List<Answer> complete = new ArrayList<>();
            for (int i = 0; i < WARM_UP + SUBMISSIONS; i++) {
                students.add(Account.student("cost-" + i + "-" + UUID.randomUUID(), "Cost", "KZ"));
                complete.add(api.complete(students.get(i), call));
            }
            List<String> dossiers = students.stream().map(api::withDossier).toList();
            submit(api, students, complete, dossiers, 0, WARM_UP);
            String last = complete.getLast().at("/id");
            events.await(message -> last.equals(message.key()));
            Awaitility.await().until(operations::areQuiet);
            operations.reset();
            long cpu = cpuNanos();

            submit(api, students, complete, dossiers, WARM_UP, SUBMISSIONS);
            events.await(message -> last.equals(message.key())
                    && EventProbe.header(message, "ce_type").equals("org.yol.application.submitted.v1"));
            Awaitility.await().until(operations::areQuiet);

            double each = operations.total() / (double) SUBMISSIONS;
            System.out.printf(
                    Locale.ROOT,
                    "a submission: %.2f store operations %s, %.2f ms of CPU (its client, store and broker included)%n",
                    each,
                    operations.per(SUBMISSIONS),
                    (cpuNanos() - cpu) / 1e6 / SUBMISSIONS);
            assertThat(each).isLessThanOrEqualTo(OPERATIONS_AT_MOST);
        }
    }

    /** On results day all who applied look at their application in the same minutes. */
    @Test
    void openingOnesOwnApplicationTakesOneStoreOperation(@LocalServerPort int port) {
        try (EventProbe events = EventProbe.listeningTo(Topics.APPLICATIONS)) {
            ApplicationsApi api = new ApplicationsApi(port, events);
            String call = "call-" + UUID.randomUUID();
            api.callIsOpen(call);
            Account student = Account.student("reads-" + UUID.randomUUID(), "Reads", "KZ");
            Answer submitted = api.submitted(student, call);
            for (int i = 0; i < WARM_UP; i++) {
                api.as(student).get(path(submitted));
            }
            Awaitility.await().until(operations::areQuiet);
            operations.reset();
            long cpu = cpuNanos();

            for (int i = 0; i < READINGS; i++) {
                assertThat(api.as(student).get(path(submitted)).status()).isEqualTo(200);
            }

            double each = operations.total() / (double) READINGS;
            System.out.printf(
                    Locale.ROOT,
                    "opening one's own application: %.2f store operations, %.2f ms of CPU (its client and store included)%n",
                    each,
                    (cpuNanos() - cpu) / 1e6 / READINGS);
            assertThat(each).isLessThan(1.2);
        }
    }

    private static void submit(
            ApplicationsApi api,
            List<Account> students,
            List<Answer> complete,
            List<String> dossiers,
            int from,
            int number) {
        for (int i = from; i < from + number; i++) {
            Answer submitted = api.as(students.get(i))
                    .post(path(complete.get(i)) + "/submission", complete.get(i).eTag(), dossiers.get(i));
            assertThat(submitted.status()).isEqualTo(200);
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
