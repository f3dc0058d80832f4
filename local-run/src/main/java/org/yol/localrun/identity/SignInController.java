package org.yol.localrun.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.yol.contracts.Language;

/** The sign-in page. Choosing a demo account is a plain link that fills the form: it works without scripts. */
@Controller
class SignInController {

    @GetMapping("/login")
    String page(
            @RequestParam Optional<String> account,
            @SessionAttribute(name = SignInFailed.NAME, required = false) @Nullable String tried,
            Model model) {
        Optional<Account> chosen = account.flatMap(name -> DemoAccounts.all().stream()
                .filter(demo -> demo.account().equals(name))
                .findFirst());
        model.addAttribute("accounts", DemoAccounts.all());
        model.addAttribute(
                "account",
                chosen.map(Account::account)
                        .or(() -> Optional.ofNullable(tried))
                        .orElse(""));
        model.addAttribute(
                "password",
                chosen.map(Account::account).map(DemoAccounts::passwordOf).orElse(""));
        model.addAttribute("languages", Language.values());
        return "login";
    }
}
