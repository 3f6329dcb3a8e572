/** Measures the application against a plain design on the same machine in the same run: {@code mvn -Pbenchmark verify}. */
@NullMarked
package gm.sharing.benchmark;

import org.jspecify.annotations.NullMarked;
