package org.yol.localrun.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;

/** {@code ./run} beside a platform that runs already. */
@ExtendWith(WholePlatform.class)
class RunScriptIT {

    private final RunningPlatform platform;

    RunScriptIT(RunningPlatform platform) {
        this.platform = platform;
    }

    private record Said(int exitCode, String text) {}

    @Test
    void helpNamesTheCommands() throws Exception {
        assertThat(run("--help").text()).contains("./run --fresh", "./run token <account>", "YOL_GATEWAY_PORT");
    }

    @Test
    void aTokenOpensTheApi() throws Exception {
        Said said = run("token", "aigerim");

        assertThat(said.exitCode()).isZero();
        Person aigerim = new Person(platform.gateway(), "aigerim", said.text().strip());
        assertThat(aigerim.read("/session").get("account").asString()).isEqualTo("aigerim");
    }

    @Test
    void aTokenOfNobodyIsRefusedWithTheAccountsThereAre() throws Exception {
        Said said = run("token", "nobody");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text()).contains("There is no account 'nobody'", "aigerim", "sato");
    }

    private Said run(String... words) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(
                        Stream.concat(Stream.of("../run"), Stream.of(words)).toList())
                .redirectErrorStream(true);
        script.environment().put("YOL_HOME", platform.settings().home().toString());
        script.environment()
                .put(
                        "YOL_IDENTITY_PORT",
                        Integer.toString(platform.settings().ports().identity().number()));
        Process process = script.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
