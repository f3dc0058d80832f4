package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class StyleSheetsTests {

    static Stream<Resource> sheets() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:static/styles/*.css"));
    }

    /** A brace that is missing takes the look of everything behind it. */
    @ParameterizedTest
    @MethodSource("sheets")
    void everyRuleIsClosed(Resource sheet) throws IOException {
        String text = sheet.getContentAsString(StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
        int depth = 0;
        for (char sign : text.toCharArray()) {
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            assertThat(depth).isNotNegative();
        }
        assertThat(depth).isZero();
    }
}
