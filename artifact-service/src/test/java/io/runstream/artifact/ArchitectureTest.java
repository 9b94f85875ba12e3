package io.runstream.artifact;

import io.runstream.testkit.architecture.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.runstream.artifact");
    }
}
