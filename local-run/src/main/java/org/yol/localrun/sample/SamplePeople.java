package org.yol.localrun.sample;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.identity.Account;

/** Those who act in the sample data, each with the API as they use it. */
final class SamplePeople {

    /** Providers whose coordinator is a demo account, so that signing in as that one shows their programmes. */
    private static final Map<String, String> DEMO_COORDINATORS =
            Map.of("jica-jice", "sato", "el-yurt-umidi", "karimov");

    private final RunningPlatform platform;
    private final Map<String, PublicApi> known = new ConcurrentHashMap<>();

    SamplePeople(RunningPlatform platform) {
        this.platform = platform;
    }

    /** A demo account. */
    PublicApi account(String name) {
        return known.computeIfAbsent(name, it -> introduced(platform.token(it)));
    }

    /** A coordinator of a provider: a demo account where there is one, else somebody made up. */
    PublicApi coordinatorOf(String organization, String name) {
        String demo = DEMO_COORDINATORS.get(organization);
        return demo != null
                ? account(demo)
                : known.computeIfAbsent(
                        "sample-" + organization,
                        it -> introduced(platform.token(new Account(
                                it,
                                name,
                                it + "@example.org",
                                "en",
                                List.of("coordinator"),
                                organization,
                                null,
                                "{none}",
                                true))));
    }

    /** Has opened the front end once, as everybody before they do anything: so messages reach them. */
    private PublicApi introduced(String token) {
        PublicApi api = new PublicApi(platform.gateway(), token);
        api.get("/api/preferences");
        return api;
    }
}
