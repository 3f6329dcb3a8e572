package gm.sharing.about;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.util.Locale;

/** A page that says something about the service itself, in the words of its file. */
@WordsIn("about/names")
enum AboutPage implements Worded {
    /** Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, regulation 8. */
    ACCESSIBILITY,
    /** UK GDPR, Article 13. */
    PRIVACY,
    /** Privacy and Electronic Communications Regulations 2003, regulation 6. */
    COOKIES;

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".md";
    }
}
