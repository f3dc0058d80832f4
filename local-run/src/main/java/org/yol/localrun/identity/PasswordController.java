package org.yol.localrun.identity;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yol.contracts.Language;

/** A new password for whoever reads the mails of the account. No page tells whether there is such an account. */
@Controller
class PasswordController {

    private final Accounts accounts;
    private final AccountLinks links;
    private final AccountMails mails;
    private final PasswordEncoder passwordEncoder;
    private final SignIns signIns;
    private final Attempts attempts;

    PasswordController(
            Accounts accounts,
            AccountLinks links,
            AccountMails mails,
            PasswordEncoder passwordEncoder,
            SignIns signIns,
            Attempts attempts) {
        this.accounts = accounts;
        this.links = links;
        this.mails = mails;
        this.passwordEncoder = passwordEncoder;
        this.signIns = signIns;
        this.attempts = attempts;
    }

    /** What is written on the page that a link leads to. */
    record NewPassword(String word, @Password @Nullable String password) {}

    @GetMapping("/password/forgotten")
    String forgotten(Model model) {
        model.addAttribute("languages", Language.values());
        return "password-forgotten";
    }

    @PostMapping("/password/forgotten")
    String sendLink(@RequestParam String who, Locale locale) {
        Optional.of(who)
                .flatMap(typed -> accounts.find(typed).or(() -> accounts.findByEmail(typed)))
                .filter(account -> !DemoAccounts.all().contains(account))
                .ifPresent(account -> mails.send(AccountLink.NEW_PASSWORD, account));
        return "redirect:/password/forgotten?sent&lang=" + locale.getLanguage();
    }

    /** Looking at it uses nothing up: programs that look after mails follow links too. */
    @GetMapping("/password/new")
    String page(@RequestParam(defaultValue = "") String word, Model model, HttpServletResponse response) {
        model.addAttribute("form", new NewPassword(word, ""));
        return show(word, model, response);
    }

    @PostMapping("/password/new")
    String change(
            @Valid @ModelAttribute("form") NewPassword form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Optional<Account> account = links.account(AccountLink.NEW_PASSWORD, form.word());
        if (errors.hasErrors() || account.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(form.word(), model, response);
        }
        String name = account.get().account();
        String encoded = passwordEncoder.encode(form.password());
        // Whoever reads the mails of an address has confirmed it.
        accounts.change(name, it -> it.withPassword(encoded).withConfirmedEmail());
        signIns.end(name);
        attempts.forget(name);
        return "redirect:/login?changed";
    }

    private String show(String word, Model model, HttpServletResponse response) {
        // The address of this page is a key: it goes to nobody else.
        response.setHeader("Referrer-Policy", "no-referrer");
        Optional<Account> account = links.account(AccountLink.NEW_PASSWORD, word);
        model.addAttribute("account", account.map(Account::account).orElse(null));
        return "password-new";
    }
}
