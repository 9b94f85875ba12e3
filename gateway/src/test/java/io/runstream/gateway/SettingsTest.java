package io.runstream.gateway;

import io.runstream.testkit.settings.SettingsContract;

class SettingsTest extends SettingsContract {
    SettingsTest() {
        super("io.runstream.gateway");
    }
}
