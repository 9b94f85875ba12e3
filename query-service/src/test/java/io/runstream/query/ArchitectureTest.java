package io.runstream.query;

import io.runstream.testkit.architecture.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.runstream.query");
    }
}
