package io.runstream.transfer;

import io.runstream.testkit.architecture.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.runstream.transfer");
    }
}
