package dev.belay.bench;

/** One thing that is measured, in a few rows of the table. */
interface Benchmark {

    /** The word that chooses it on the command line. */
    String name();

    Findings measure(Stage stage) throws Exception;
}
