package org.yol.localrun.identity;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.yol.contracts.Language;

/** Somebody's own account: the address, whether it is confirmed, and another one. */
@Controller
class AccountController {

    private final Accounts accounts;
    private final AccountMails mails;
    private final PasswordEncoder passwordEncoder;
    private final IdentitySettings settings;
    private final Attempts attempts;

    AccountController(
            Accounts accounts,
            AccountMails mails,
            PasswordEncoder passwordEncoder,
            IdentitySettings settings,
            Attempts attempts) {
        this.accounts = accounts;
        this.mails = mails;
        this.passwordEncoder = passwordEncoder;
        this.settings = settings;
        this.attempts = attempts;
    }

    /** Another address, and the password: whoever finds a screen unlocked must not take the account away with it. */
    record NewEmail(
            @NotBlank(message = "{register.email.invalid}")
            @MailAddress(message = "{register.email.invalid}")
            @Size(max = 200, message = "{register.email.invalid}")
            @Nullable
            String email,

            @Nullable String password) {}

    @GetMapping("/account")
    String page(Principal principal, Model model) {
        model.addAttribute("form", new NewEmail("", ""));
        return show(principal, model);
    }

    @PostMapping("/account/confirmation")
    String sendAgain(Principal principal) {
        boolean sent = accounts.find(principal.getName())
                .filter(account -> !account.confirmed())
                .filter(account -> mails.send(AccountLink.CONFIRM_EMAIL, account))
                .isPresent();
        return "redirect:/account?" + (sent ? "sent" : "enough");
    }

    @PostMapping("/account")
    String changeEmail(
            @Valid @ModelAttribute("form") NewEmail form,
            BindingResult errors,
            Principal principal,
            Model model,
            HttpServletResponse response) {
        String name = principal.getName();
        if (!errors.hasErrors() && !isPasswordOf(name, form.password())) {
            errors.rejectValue("password", attempts.areUsedUp(name) ? "login.wait" : "account.password.wrong");
        }
        if (!errors.hasErrors()
                && !accounts.change(
                        name, account -> account.withEmail(form.email().strip()))) {
            errors.rejectValue("email", "register.email.taken");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(principal, model);
        }
        accounts.find(name).ifPresent(account -> mails.send(AccountLink.CONFIRM_EMAIL, account));
        return "redirect:/account?sent";
    }

    private boolean isPasswordOf(String name, @Nullable String password) {
        boolean right = !attempts.areUsedUp(name)
                && accounts.find(name)
                        .filter(account -> passwordEncoder.matches(password, account.password()))
                        .isPresent();
        if (!right) {
            attempts.take(name);
        }
        return right;
    }

    private String show(Principal principal, Model model) {
        Account account = accounts.find(principal.getName()).orElseThrow();
        model.addAttribute("account", account);
        model.addAttribute("demo", DemoAccounts.all().contains(account));
        model.addAttribute("gateway", settings.gateway());
        model.addAttribute("languages", Language.values());
        return "account";
    }
}
