package org.yol.localrun.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.WholePlatform;

/** Latin and Cyrillic letters look the same on every device: they come with the pages. */
@ExtendWith({InstalledBrowser.class, WholePlatform.class})
class LettersIT {

    private final RunningPlatform platform;
    private final Browser browser;

    LettersIT(RunningPlatform platform, Browser browser) {
        this.platform = platform;
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({
        "en, Roads & rivers – 24 December 2026",
        "ru, Съешь ещё этих мягких французских булок",
        "kk, Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі",
        "ky, Ңң Өө Үү",
        "tg, Ғғ Ӣӣ Ққ Ӯӯ Ҳҳ Ҷҷ",
        "tk, Çç Ää Žž Ňň Öö Şş Üü Ýý",
        "uz, Oʻzbekiston gʻoya maʼno"
    })
    void everyLetterOfTheLanguageComesFromOneTypeface(String language, String letters) {
        try (Visitor visitor = Visitor.atADesk(platform, browser).open("/figures")) {
            Page page = visitor.page();
            page.evaluate("""
                    async (letters) => {
                      const line = document.createElement('p');
                      line.id = 'letters';
                      line.textContent = letters;
                      document.querySelector('#main').append(line);
                      await document.fonts.load('16px Inter', letters);
                      await document.fonts.ready;
                    }""", letters);

            JsonArray used = fontsOf(visitor, "#letters");

            Assertions.assertThat(used).as(language).hasSize(1);
            JsonObject font = used.get(0).getAsJsonObject();
            Assertions.assertThat(font.get("isCustomFont").getAsBoolean())
                    .as(language)
                    .isTrue();
            Assertions.assertThat(font.get("familyName").getAsString()).startsWith("Inter");
        }
    }

    private static JsonArray fontsOf(Visitor visitor, String selector) {
        CDPSession inspector = visitor.context().newCDPSession(visitor.page());
        inspector.send("DOM.enable");
        inspector.send("CSS.enable");
        int root = inspector
                .send("DOM.getDocument")
                .getAsJsonObject("root")
                .get("nodeId")
                .getAsInt();
        JsonObject query = new JsonObject();
        query.addProperty("nodeId", root);
        query.addProperty("selector", selector);
        JsonObject node = new JsonObject();
        node.add("nodeId", inspector.send("DOM.querySelector", query).get("nodeId"));
        return inspector.send("CSS.getPlatformFontsForNode", node).getAsJsonArray("fonts");
    }
}
