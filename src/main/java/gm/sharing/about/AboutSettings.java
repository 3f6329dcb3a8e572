package gm.sharing.about;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who runs the service, as its own pages say it.
 *
 * @param runBy the organisation that is the controller of what this service holds about its users
 * @param contact an email address for people who have a question or cannot use the service
 * @param folder where an organisation keeps texts of its own, in place of those that come with the application
 */
@ConfigurationProperties("sharing.about")
record AboutSettings(@Nullable String runBy, @Nullable String contact, @Nullable String folder) {}
