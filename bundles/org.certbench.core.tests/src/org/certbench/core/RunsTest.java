package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Shows that tests of this bundle are found and run. */
class RunsTest {

    @Test
    void runs() {
        assertTrue(Runtime.version().feature() >= 21);
    }
}
