package org.yol.localrun.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Locale;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.yol.contracts.Country;
import org.yol.contracts.Language;

/** Students make their own account here, and are signed in with it at once. */
@Controller
class RegistrationController {

    private final Accounts accounts;
    private final PasswordEncoder passwordEncoder;
    private final IdentitySettings settings;
    private final AccountMails mails;

    /** By network address: a class room registers together, a program makes no thousands. */
    private final Attempts registrations = new Attempts(60, Duration.ofMinutes(1));

    private final HttpSessionRequestCache savedRequests = new HttpSessionRequestCache();

    RegistrationController(
            Accounts accounts, PasswordEncoder passwordEncoder, IdentitySettings settings, AccountMails mails) {
        this.accounts = accounts;
        this.passwordEncoder = passwordEncoder;
        this.settings = settings;
        this.mails = mails;
    }

    @GetMapping("/register")
    String page(Model model, Locale locale) {
        model.addAttribute("form", new RegistrationForm("", "", "", "", locale.getLanguage(), ""));
        return show(model, locale);
    }

    @PostMapping("/register")
    String register(
            @Valid @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws ServletException {
        form.rejectUnknown(errors);
        if (!errors.hasErrors()) {
            register(form, errors, request.getRemoteAddr());
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(model, locale);
        }
        SavedRequest saved = savedRequests.getRequest(request, response);
        request.changeSessionId();
        request.login(form.account(), form.password());
        return "redirect:" + (saved == null ? settings.gateway() : saved.getRedirectUrl());
    }

    private void register(RegistrationForm form, BindingResult errors, String from) {
        if (!registrations.take(from)) {
            errors.reject("register.wait");
            return;
        }
        if (accounts.findByEmail(form.email()).isPresent()) {
            errors.rejectValue("email", "register.email.taken");
            return;
        }
        Account account = form.toAccount(passwordEncoder.encode(form.password()));
        if (accounts.add(account)) {
            mails.send(AccountLink.CONFIRM_EMAIL, account);
        } else {
            errors.rejectValue("account", "register.account.taken");
        }
    }

    private static String show(Model model, Locale locale) {
        model.addAttribute("countries", Country.values());
        model.addAttribute("languages", Language.values());
        model.addAttribute("reader", Language.of(locale.getLanguage()));
        return "register";
    }
}
