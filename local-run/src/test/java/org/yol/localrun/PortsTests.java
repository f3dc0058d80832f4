package org.yol.localrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTests {

    @TempDir
    Path home;

    @Test
    void areTheUsualOnesUnlessTheEnvironmentNamesOthers() {
        Ports ports = Ports.from(Map.of("YOL_GATEWAY_PORT", "18080"));

        assertThat(ports.gateway().number()).isEqualTo(18080);
        assertThat(ports.kafka().number()).isEqualTo(9092);
    }

    @Test
    void sayWhichVariableHoldsNoPort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ports.from(Map.of("YOL_MAIL_PORT", "mail")))
                .withMessageContaining("YOL_MAIL_PORT is 'mail'");
    }

    @Test
    void thatAreTakenAreNamedWithTheirResourceAndVariableBeforeAnythingStarts() throws Exception {
        Settings settings = Settings.forTest(Path.of(".."), home);
        Port gateway = settings.ports().gateway();
        try (ServerSocket _ = new ServerSocket(gateway.number(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Platform.start(settings, silent()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Port " + gateway.number() + ", which gateway needs, is taken")
                    .hasMessageContaining("YOL_GATEWAY_PORT");
        }
        assertThat(home.resolve("kafka")).doesNotExist();
    }

    @Test
    void thatAreFreeAreNotGivenOutTwice() throws Exception {
        List<Integer> first = Ports.freeNumbers(9);
        try (ServerSocket _ = new ServerSocket(first.getLast() + 1, 1, InetAddress.getLoopbackAddress())) {
            List<Integer> second = Ports.freeNumbers(9);

            assertThat(second)
                    .hasSize(9)
                    .doesNotContainAnyElementsOf(first)
                    .doesNotContain(first.getLast() + 1)
                    .allMatch(number -> number < 32_768);
        }
    }

    private static Console silent() {
        return new Console(new PrintStream(PrintStream.nullOutputStream()), false, Instant.now());
    }
}
