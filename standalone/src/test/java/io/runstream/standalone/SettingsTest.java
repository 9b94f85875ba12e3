package io.runstream.standalone;

import io.runstream.testkit.settings.SettingsContract;

class SettingsTest extends SettingsContract {
    SettingsTest() {
        super("io.runstream.standalone");
    }
}
