package io.runstream.ingest;

import io.runstream.testkit.settings.SettingsContract;

class SettingsTest extends SettingsContract {
    SettingsTest() {
        super("io.runstream.ingest");
    }
}
