package gm.sharing.register;

import gm.sharing.Refused;
import gm.sharing.agreement.Agreements;
import gm.sharing.document.Digest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * Tells anybody which published agreement a document is. Nothing that is sent here is kept, and nothing is told of what
 * was not published.
 */
@Controller
@RequestMapping("/register/check")
class CheckPages {

    private static final String PAGE = "register/check";

    private final Agreements agreements;
    private final Clock clock;
    private final DataSize largest;

    CheckPages(
            Agreements agreements, Clock clock, @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.agreements = agreements;
        this.clock = clock;
        this.largest = largest;
    }

    /** By the digest, which can be in the address: a document's entry in the register leads here. */
    @GetMapping
    String byDigest(@RequestParam(required = false) String digest, Model model) {
        model.addAttribute("megabytes", largest.toMegabytes());
        if (digest != null) {
            model.addAttribute("digest", digest.strip());
            try {
                Digest typed = Digest.typed(digest);
                model.addAttribute("digest", typed.value());
                answer(typed, model);
            } catch (Refused refused) {
                model.addAttribute("refusedDigest", refused.getMessage());
            }
        }
        return PAGE;
    }

    /** By the file, of which only the digest is worked out. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String byFile(MultipartHttpServletRequest request, Model model) throws IOException {
        model.addAttribute("megabytes", largest.toMegabytes());
        try {
            MultipartFile file = request.getFile("file");
            if (file == null || file.isEmpty()) {
                throw Refused.of("file", "choose the PDF of an agreement, or its content file.");
            }
            Digest digest = Digest.of(file.getInputStream());
            model.addAttribute("digest", digest.value());
            answer(digest, model);
        } catch (Refused refused) {
            model.addAttribute("refusedFile", refused.getMessage());
        } catch (MaxUploadSizeExceededException tooLarge) {
            model.addAttribute(
                    "refusedFile",
                    "It is larger than %d MB, which no agreement is. Choose its PDF, or its content file."
                            .formatted(largest.toMegabytes()));
        }
        return PAGE;
    }

    private void answer(Digest digest, Model model) {
        agreements
                .find(digest)
                .ifPresent(
                        agreement -> model.addAttribute("known", CheckedDocument.of(agreement, LocalDate.now(clock))));
    }
}
