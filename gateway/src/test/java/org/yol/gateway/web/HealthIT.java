package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;

@GatewayTest
class HealthIT {

    @ParameterizedTest
    @CsvSource({
        "/livez, 200",
        "/readyz, 200",
        "/actuator/health, 200",
        "/actuator/prometheus, 200",
        "/actuator, 404",
        "/actuator/env, 404",
        "/actuator/gateway/routes, 404"
    })
    void onlyHealthAndMetricsAreOpen(String path, int status, @LocalServerPort int port) {
        assertThat(Browser.at(port).get(path).statusCode()).isEqualTo(status);
    }
}
