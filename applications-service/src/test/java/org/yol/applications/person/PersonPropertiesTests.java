package org.yol.applications.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PersonPropertiesTests {

    @Test
    void variablesNameTheDatabasesOfCountries() {
        assertThat(read(Map.of("YOL_PERSON_DATABASES_KZ", "applications_kz", "YOL_PERSON_DATABASES_ZZ", "elsewhere"))
                        .databases())
                .isEqualTo(Map.of(Residence.KZ, "applications_kz", Residence.ZZ, "elsewhere"));
    }

    @Test
    void countryThatIsNoneOfThoseIsRefusedAtTheStart() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> read(Map.of("YOL_PERSON_DATABASES_KAZAKHSTAN", "applications_kz")));
    }

    private static PersonProperties read(Map<String, Object> variables) {
        SystemEnvironmentPropertySource environment = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables);
        return new Binder(ConfigurationPropertySources.from(environment))
                .bind("yol.person", PersonProperties.class)
                .get();
    }
}
