package org.yol.localrun.mail;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The pages that show the received mails, and the same as JSON for tests. */
@Controller
class MailController {

    private final MailArchive archive;

    MailController(MailArchive archive) {
        this.archive = archive;
    }

    @GetMapping("/")
    String list(@RequestParam Optional<String> to, Model model) {
        model.addAttribute("mails", mails(to));
        model.addAttribute("to", to.orElse(""));
        return "mails";
    }

    @GetMapping("/mails/{id}")
    String show(@PathVariable String id, Model model) {
        model.addAttribute(
                "mail", archive.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("file", archive.file(id));
        return "mail";
    }

    @GetMapping("/mails.json")
    @ResponseBody
    List<Mail> json(@RequestParam Optional<String> to) {
        return mails(to);
    }

    private List<Mail> mails(Optional<String> to) {
        return to.filter(address -> !address.isBlank()).map(archive::to).orElseGet(archive::all);
    }
}
