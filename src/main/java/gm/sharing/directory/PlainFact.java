package gm.sharing.directory;

/** One thing that a page asks and of which nothing else has to be known. */
record PlainFact(String key, Fact.Kind kind, int longest, boolean required) implements Asked {}
