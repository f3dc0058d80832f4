package org.yol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NamesTests {

    @ParameterizedTest
    @EnumSource
    void everyCountryZoneAndLanguageHasANameOfItsOwn(Language reader) {
        assertThat(namesOfCountries(reader)).hasSize(6).doesNotContain("");
        assertThat(Arrays.stream(Country.values()).map(country -> country.clockIn(reader)))
                .doesNotHaveDuplicates()
                .allSatisfy(clock -> assertThat(clock).doesNotContain("{"));
        assertThat(Arrays.stream(Language.values()).map(language -> language.nameIn(reader)))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void kyrgyzstanIsCalledAsItCallsItself() {
        assertThat(Country.KG.nameIn(Language.RUSSIAN)).isEqualTo("Кыргызстан");
        assertThat(Country.KG.nameIn(Language.KYRGYZ)).isEqualTo("Кыргызстан");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, ENGLISH", "ru-KZ, RUSSIAN", "kk-Cyrl-KZ, KAZAKH", "uz-Latn-UZ, UZBEK", "' tg', TAJIK"})
    void languageIsFoundByAnyTagThatBeginsWithIt(String tag, Language language) {
        assertThat(Language.find(tag)).contains(language);
    }

    @ParameterizedTest
    @CsvSource({"fr", "''", "*", "not a tag"})
    void unknownLanguageIsNoneAndReadAsEnglish(String tag) {
        assertThat(Language.find(tag)).isEmpty();
        assertThat(Language.of(tag)).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(null)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void countryIsFoundByItsCodeAndItsZone() {
        assertThat(Country.find("KG")).contains(Country.KG);
        assertThat(Country.find("FR")).isEmpty();
        assertThat(Country.find(null)).isEmpty();
        assertThat(Country.ofZone(ZoneId.of("Asia/Tokyo"))).contains(Country.JP);
        assertThat(Country.ofZone(ZoneId.of("Europe/Paris"))).isEmpty();
    }

    private static Set<String> namesOfCountries(Language reader) {
        return Arrays.stream(Country.values())
                .map(country -> country.nameIn(reader))
                .collect(Collectors.toSet());
    }
}
