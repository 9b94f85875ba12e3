package io.runstream.artifact;

import io.runstream.testkit.settings.SettingsContract;

class SettingsTest extends SettingsContract {
    SettingsTest() {
        super("io.runstream.artifact");
    }
}
