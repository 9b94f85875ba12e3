package io.runstream.kit;

import io.runstream.testkit.settings.SettingsContract;

class SettingsTest extends SettingsContract {
    SettingsTest() {
        super("io.runstream.kit");
    }
}
