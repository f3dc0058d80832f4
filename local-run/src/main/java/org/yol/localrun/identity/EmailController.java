package org.yol.localrun.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link in the first mail leads: its reader says that the address is theirs. */
@Controller
class EmailController {

    private final Accounts accounts;
    private final AccountLinks links;
    private final IdentitySettings settings;

    EmailController(Accounts accounts, AccountLinks links, IdentitySettings settings) {
        this.accounts = accounts;
        this.links = links;
        this.settings = settings;
    }

    /** Asks with a button: programs that look after mails follow links too. */
    @GetMapping("/email/confirm")
    String page(@RequestParam(defaultValue = "") String word, Model model, HttpServletResponse response) {
        return show(links.account(AccountLink.CONFIRM_EMAIL, word), word, model, response);
    }

    @PostMapping("/email/confirm")
    String confirm(@RequestParam String word, Model model, HttpServletResponse response) {
        Optional<Account> account = links.account(AccountLink.CONFIRM_EMAIL, word);
        account.ifPresent(mine -> accounts.change(mine.account(), Account::withConfirmedEmail));
        return show(account.flatMap(mine -> accounts.find(mine.account())), word, model, response);
    }

    private String show(Optional<Account> account, String word, Model model, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("account", account.orElse(null));
        model.addAttribute("word", word);
        model.addAttribute("gateway", settings.gateway());
        return "email-confirm";
    }
}
