package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.testkit.TestCertificates;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./runstream up --tls-certificate .. --tls-key ..} */
class TlsIT {
    @TempDir
    Path folder;

    @Test
    void servesHttpsOnItsPortToWhoeverTrustsTheAuthority() throws Exception {
        // Given
        TestCertificates certificates = TestCertificates.in(folder);
        try (RunstreamProcess runstream = RunstreamProcess.start(
                        folder.resolve("data"),
                        "--tls-certificate",
                        certificates.certificate().toString(),
                        "--tls-key",
                        certificates.key().toString());
                HttpClient client = HttpClient.newBuilder()
                        .sslContext(trusting(certificates.authority()))
                        .build()) {
            URI url = runstream.url();
            // When
            HttpResponse<String> created = client.send(
                    HttpRequest.newBuilder(url.resolve("/api/2.0/mlflow/runs/create"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"experiment_id\":\"0\"}"))
                            .build(),
                    BodyHandlers.ofString());
            String run = created.body().replaceFirst("(?s).*\"run_id\":\"([^\"]*)\".*", "$1");
            // The artifact service asks the tracking API, by TLS too, where the run keeps its files.
            HttpResponse<String> list = client.send(
                    HttpRequest.newBuilder(url.resolve("/api/2.0/mlflow/artifacts/list?run_id=" + run))
                            .build(),
                    BodyHandlers.ofString());
            // Then
            assertThat(url).hasScheme("https");
            assertThat(created.statusCode()).isEqualTo(200);
            assertThat(created.headers().firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=31536000");
            assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
        }
    }

    private static SSLContext trusting(Path authority) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
