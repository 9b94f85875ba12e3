package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminPasswordTest {
    @TempDir
    Path folder;

    @TempDir
    Path another;

    @Test
    void isMadeOnceForEachFolder() {
        String password = new AdminPassword(folder).readOrMake(new SecureRandom());
        assertThat(password).hasSize(24);
        assertThat(new AdminPassword(folder).readOrMake(new SecureRandom())).isEqualTo(password);
        assertThat(new AdminPassword(another).readOrMake(new SecureRandom())).isNotEqualTo(password);
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        AdminPassword password = new AdminPassword(folder);
        password.readOrMake(new SecureRandom());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password.file())))
                .isEqualTo("rw-------");
    }
}
