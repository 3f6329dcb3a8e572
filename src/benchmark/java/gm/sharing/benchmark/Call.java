package gm.sharing.benchmark;

/**
 * One request over HTTP.
 *
 * @param kind whose times are looked at together
 * @param credentials the cookies of somebody who looks at a page, or HTTP Basic of somebody who submits
 * @param body empty for a page
 */
record Call(String kind, int round, String url, String credentials, String body) {}
