package io.runstream.transfer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.transfer.command.TransferProcess.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built applications as processes: one is filled over HTTP, exported, and imported into another with other partitions. */
class GrowingOutOfStandaloneIT {
    private static final int SOURCE_PARTITIONS = 8;
    private static final int TARGET_PARTITIONS = 3;

    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path archive = Path.of("");

    private TransferProcess export() {
        return new TransferProcess(Map.of(), "export", "--data", data.toString(), "--to", archive.toString());
    }

    private TransferProcess imported(Standalone target) {
        return new TransferProcess(
                Map.of(
                        "RUNSTREAM_ARTIFACT_STORE_ACCESS_KEY",
                        target.accessKey(),
                        "RUNSTREAM_ARTIFACT_STORE_SECRET_KEY",
                        target.secretKey()),
                "import",
                "--from",
                archive.toString(),
                "--kafka",
                target.kafka(),
                "--s3-endpoint",
                target.s3());
    }

    private static void requireDone(Result result, String... lastWords) {
        assertThat(result.exitCode()).as(result.said()).isZero();
        assertThat(result.said()).contains(lastWords);
    }

    @Test
    void theTargetAnswersAsTheFolderDidThoughBothWaysWereKilledInTheMiddle() throws Exception {
        data = folder.resolve("data");
        archive = folder.resolve("archive");
        Path targetData = folder.resolve("target");

        Map<String, Object> before;
        SomeOfEverything everything;
        try (Standalone source = Standalone.start(data, SOURCE_PARTITIONS);
                MlflowApi api = new MlflowApi(source.url())) {
            everything = new SomeOfEverything(api);
            everything.write();
            before = everything.readFrom(api);
            Result inUse = export().run();
            assertThat(inUse.exitCode()).isEqualTo(1);
            assertThat(inUse.said()).contains("The data folder " + data + " is in use by another Runstream");
        }

        export().killWhenFilesAppear(archive.resolve("log"), 2);
        export().killWhenFilesAppear(archive.resolve("objects"), 9);
        requireDone(export().run(), "The archive " + archive + " is complete: ", "25 artifacts");

        try (Standalone target = Standalone.start(targetData, TARGET_PARTITIONS);
                MlflowApi api = new MlflowApi(target.url())) {
            imported(target).killWhenFilesAppear(targetData.resolve("artifacts/objects/runstream"), 5);
            requireDone(imported(target).run(), "All of the archive is in the target, once, and equal.");
            requireDone(imported(target).run(), "New this time: 0 events, 0 artifacts.");

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(everything.readFrom(api)).isEqualTo(before));
        }
    }
}
