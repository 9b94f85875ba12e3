package io.runstream.transfer.command;

import io.runstream.embedded.DataFolder;
import io.runstream.embedded.EmbeddedKafka;
import io.runstream.embedded.EmbeddedS3;
import io.runstream.embedded.KafkaSettings;
import io.runstream.embedded.S3Settings;
import io.runstream.transfer.Progress;
import io.runstream.transfer.TransferException;
import io.runstream.transfer.archive.Archive;
import io.runstream.transfer.archive.Totals;
import io.runstream.transfer.log.KafkaClients;
import io.runstream.transfer.log.LogExport;
import io.runstream.transfer.objects.Bucket;
import io.runstream.transfer.objects.BucketAddress;
import io.runstream.transfer.objects.ObjectExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Copies a data folder into an archive, or what is new in it since the last time. The folder is held meanwhile. */
final class Export {
    /** Where a Runstream in one process keeps artifacts. */
    private static final String BUCKET = "runstream";

    private final TransferOptions.Export options;
    private final Progress progress;
    private final InstantSource clock;

    Export(TransferOptions.Export options, Progress progress, InstantSource clock) {
        this.options = options;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Returns when the archive is complete.
     *
     * @throws TransferException it can't be made
     * @throws io.runstream.embedded.BackendException the folder is in use or can't be opened
     */
    void run() {
        requireDataFolder(options.data());
        progress.say("Opening " + options.data());
        try (DataFolder folder = DataFolder.open(options.data());
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.kafka(), KafkaSettings.defaults());
                EmbeddedS3 s3 = EmbeddedS3.start(folder.artifacts(), S3Settings.defaults());
                OnInterrupt closing = OnInterrupt.close(kafka, s3);
                Bucket bucket = Bucket.at(addressOf(s3))) {
            KafkaClients log = new KafkaClients(kafka.bootstrapServers(), Map.of());
            Archive archive = Archive.toWrite(options.to(), LogExport.identity(log), clock.millis());
            new LogExport(log, archive.log(), progress).run();
            ObjectExport.Copied copied = new ObjectExport(bucket, archive.objects(), progress).run();
            report(archive.complete(copied.objects(), copied.bytes()));
        }
    }

    private static void requireDataFolder(Path folder) {
        if (!Files.isDirectory(folder.resolve("kafka"))) {
            throw TransferException.failed(folder + " is no data folder of Runstream: there is no log in it.");
        }
    }

    private static BucketAddress addressOf(EmbeddedS3 s3) {
        return new BucketAddress(s3.endpoint(), EmbeddedS3.REGION, BUCKET, "", s3.accessKey(), s3.secretKey());
    }

    private void report(Totals totals) {
        progress.say("The archive %s is complete: %,d events, %s; %,d artifacts, %s."
                .formatted(
                        options.to(),
                        totals.records(),
                        Progress.size(totals.recordBytes()),
                        totals.objects(),
                        Progress.size(totals.objectBytes())));
    }
}
