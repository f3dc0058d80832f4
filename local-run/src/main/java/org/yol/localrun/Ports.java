package org.yol.localrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /** Port numbers that nothing listens on now; held all at once, so that no two are the same. */
    public static List<Integer> freeNumbers(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(Ports::release);
        }
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

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
