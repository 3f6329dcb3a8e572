package gm.sharing.invitation;

import gm.sharing.notification.SecretLinks;
import gm.sharing.security.RandomTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the link of an invitation when its letter leaves: it stands in the letter and nowhere else. */
@Component
class InvitationLinks implements SecretLinks {

    /** Where notices of invitations go on; the link itself has its token behind it. */
    static final String PATH = "/invitation";

    private final StoredInvitations invitations;
    private final Clock clock;

    InvitationLinks(StoredInvitations invitations, Clock clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    /** Of somebody who accepted meanwhile, by another letter, no link is made. */
    @Override
    @Transactional
    public Optional<String> inPlaceOf(String path, String recipient) {
        if (!PATH.equals(path)) {
            return Optional.empty();
        }
        String token = RandomTokens.next();
        Optional<Invitation> open =
                invitations.findById(recipient).filter(invitation -> invitation.acceptedAt() == null);
        open.ifPresent(invitation -> invitation.leave(digest(token), clock.instant()));
        return open.map(invitation -> PATH + "/" + token);
    }

    /** What is kept of a token. It has more random bits than anybody can try, so that a quick digest will do. */
    static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
