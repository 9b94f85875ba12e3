package io.runstream.cluster;

import io.runstream.testkit.architecture.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.runstream.cluster");
    }
}
