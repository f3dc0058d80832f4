package org.yol.localrun;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Every port of the platform. */
public record Ports(
        Port gateway,
        Port programs,
        Port applications,
        Port notifications,
        Port identity,
        Port kafka,
        Port mongodb,
        Port smtp,
        Port mail) {

    /** Below those that systems lend to outgoing connections, which might hold one when a part starts again. */
    private static final int LOWEST = 20_000;

    private static final int SPAN = 12_000;

    /** Processes that start one after the other begin to look so far from each other. */
    private static final int OF_A_PROCESS = 64;

    private static final AtomicInteger NEXT =
            new AtomicInteger(Math.toIntExact(ProcessHandle.current().pid() * OF_A_PROCESS % SPAN));

    /**
     * The ports that the environment names, or the usual ones.
     *
     * @throws IllegalArgumentException when a variable holds no port number
     */
    static Ports from(Map<String, String> environment) {
        return new Ports(
                port(environment, "YOL_GATEWAY_PORT", 8080),
                port(environment, "YOL_PROGRAMS_PORT", 8081),
                port(environment, "YOL_APPLICATIONS_PORT", 8082),
                port(environment, "YOL_NOTIFICATIONS_PORT", 8083),
                port(environment, "YOL_IDENTITY_PORT", 9000),
                port(environment, "YOL_KAFKA_PORT", 9092),
                port(environment, "YOL_MONGODB_PORT", 27017),
                port(environment, "YOL_SMTP_PORT", 3025),
                port(environment, "YOL_MAIL_PORT", 8025));
    }

    /** Ports that are free now, so that tests run beside a platform and beside each other. */
    static Ports free() {
        List<Integer> numbers = freeNumbers(9);
        return new Ports(
                new Port(numbers.get(0), "YOL_GATEWAY_PORT"),
                new Port(numbers.get(1), "YOL_PROGRAMS_PORT"),
                new Port(numbers.get(2), "YOL_APPLICATIONS_PORT"),
                new Port(numbers.get(3), "YOL_NOTIFICATIONS_PORT"),
                new Port(numbers.get(4), "YOL_IDENTITY_PORT"),
                new Port(numbers.get(5), "YOL_KAFKA_PORT"),
                new Port(numbers.get(6), "YOL_MONGODB_PORT"),
                new Port(numbers.get(7), "YOL_SMTP_PORT"),
                new Port(numbers.get(8), "YOL_MAIL_PORT"));
    }

    /** Port numbers that nothing listens on now, and that were not given out before as far as there are others. */
    public static List<Integer> freeNumbers(int count) {
        return IntStream.generate(() -> LOWEST + NEXT.getAndIncrement() % SPAN)
                .limit(SPAN)
                .filter(number -> !isTaken(number))
                .limit(count)
                .boxed()
                .toList();
    }

    /** Whether something already listens on a port of this machine. */
    static boolean isTaken(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static Port port(Map<String, String> environment, String variable, int usual) {
        String value = environment.getOrDefault(variable, Integer.toString(usual));
        int number;
        try {
            number = Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            number = 0;
        }
        if (number < 1 || number > 65535) {
            throw new IllegalArgumentException(
                    variable + " is '" + value + "', which is no port. Give a number from 1 to 65535.");
        }
        return new Port(number, variable);
    }
}
