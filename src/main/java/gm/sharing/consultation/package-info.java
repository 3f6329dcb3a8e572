/** Prior consultation with the Information Commissioner about risks that stay high (UK GDPR Article 36). */
@NullMarked
package gm.sharing.consultation;

import org.jspecify.annotations.NullMarked;
