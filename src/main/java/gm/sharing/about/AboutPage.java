package gm.sharing.about;

import java.util.Locale;

/** A page that says something about the service itself, in the words of its file. */
enum AboutPage {
    /** Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, regulation 8. */
    ACCESSIBILITY("Accessibility statement"),
    /** UK GDPR, Article 13. */
    PRIVACY("Privacy notice"),
    /** Privacy and Electronic Communications Regulations 2003, regulation 6. */
    COOKIES("Cookies");

    private final String title;

    AboutPage(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".md";
    }
}
