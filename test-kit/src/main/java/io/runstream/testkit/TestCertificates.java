package io.runstream.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate of this machine, made by an authority that nobody knows; as PEM files.
 *
 * @param authority whom to trust
 * @param certificate of {@code localhost} and the loopback addresses
 * @param key of the certificate
 */
public record TestCertificates(Path authority, Path certificate, Path key) {
    private static final String PASSWORD = "changeit";

    /** Made anew, by the JDK's own tool; takes some seconds. */
    public static TestCertificates in(Path folder) {
        Path caStore = folder.resolve("ca.p12");
        Path store = folder.resolve("server.p12");
        Path request = folder.resolve("server.csr");
        TestCertificates made = new TestCertificates(
                folder.resolve("ca.pem"), folder.resolve("server.pem"), folder.resolve("server.key"));
        keytool(caStore, "-genkeypair", "-keyalg", "EC", "-dname", "CN=Test authority", "-ext", "bc:c=ca:true");
        keytool(caStore, "-exportcert", "-rfc", "-file", made.authority.toString());
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost");
        keytool(store, "-certreq", "-file", request.toString());
        keytool(
                caStore,
                "-gencert",
                "-rfc",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1,ip:::1",
                "-infile",
                request.toString(),
                "-outfile",
                made.certificate.toString());
        made.writeKey(store);
        return made;
    }

    private void writeKey(Path store) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            Key secret = keys.getKey("it", PASSWORD.toCharArray());
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(secret.getEncoded());
            Files.writeString(key, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path store, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                arguments[0],
                "-alias",
                "it",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.addAll(List.of(arguments).subList(1, arguments.length));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
