/** What organisations have to do before they can take part, and what they renew afterwards. */
@NullMarked
package gm.sharing.steps.onboarding;

import org.jspecify.annotations.NullMarked;
