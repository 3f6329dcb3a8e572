/** Documents made of chapters, sections and answers: their content's digest, comparison, HTML and PDF. */
@ApplicationModule(allowedDependencies = {"organisation", "wording"})
@NullMarked
package gm.sharing.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
