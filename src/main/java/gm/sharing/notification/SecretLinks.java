package gm.sharing.notification;

import java.util.Optional;

/** Links that only the letter itself holds: with what is stored of the notice nobody goes anywhere. */
public interface SecretLinks {

    /**
     * The path that stands in the letter in place of the notice's. It is asked for anew at each attempt to send the letter.
     *
     * @param path of the notice
     * @param recipient the account's id
     * @return empty for a path that is no secret
     */
    Optional<String> inPlaceOf(String path, String recipient);
}
