package gm.sharing.journey;

/** A project in a list. */
record ProjectLine(String reference, String title, String ledBy, String status, boolean urgent) {}
