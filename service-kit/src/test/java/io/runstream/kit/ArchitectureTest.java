package io.runstream.kit;

import io.runstream.testkit.architecture.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.runstream.kit");
    }
}
