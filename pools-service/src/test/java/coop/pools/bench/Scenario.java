package coop.pools.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Things to compare, and the goals that come out of it. */
public interface Scenario extends AutoCloseable {
    /** A heading for people. */
    String name();

    /** Starts what is needed and warms it up. */
    void open(Settings settings) throws Exception;

    /** Runs the things compared in turn and tells the ratios. */
    void round(int number, Round round) throws Exception;

    /** How many megabytes the work takes beyond a bare process, where that is judged and can be told. */
    default Optional<Long> megabytes() throws Exception {
        return Optional.empty();
    }

    /** What must hold after the rounds and does not, in words. */
    List<String> broken() throws Exception;

    @Override
    void close() throws IOException;
}
