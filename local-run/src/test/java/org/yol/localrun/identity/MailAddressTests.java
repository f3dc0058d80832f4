package org.yol.localrun.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name@example.org",
                "first.last+yol@mail.example.co.jp",
                "o'neill_2@example.org",
                "a@xn--e1afmkfd.xn--p1ai"
            })
    void takesWhatEveryMailServerTakes(String address) {
        assertThat(isTaken(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "почта@пример.рф",
                "name@пример.рф",
                "почта@example.org",
                "ｎａｍｅ@example.org",
                "name@example",
                "name",
                "@example.org",
                "name@@example.org",
                "two..dots@example.org",
                ".name@example.org",
                "name.@example.org",
                "name@example..org",
                "name@.example.org",
                "a name@example.org",
                "name@example.org\r\nBcc: other@example.org",
                "<name@example.org>",
                "Name <name@example.org>",
                "\"na me\"@example.org",
                "na\\me@example.org",
                "name(comment)@example.org",
                "one@example.org,two@example.org",
                "group:name@example.org;",
                "name@[192.0.2.1]"
            })
    void refusesWhatSomeMailServersDoNotTake(String address) {
        assertThat(isTaken(address)).isFalse();
    }

    private static boolean isTaken(String address) {
        RegistrationForm form = new RegistrationForm("gulnara", "Gulnara", address, "KG", "ru", "a long enough one");
        return VALIDATOR.validateProperty(form, "email").isEmpty();
    }
}
